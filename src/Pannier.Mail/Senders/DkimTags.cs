namespace Pannier.Mail.Senders;

/// <summary>The tags of a DKIM-Signature field (RFC 6376 §3.2), as far as they are shown: who signed, and what.</summary>
/// <param name="Domain">Null where it is none.</param>
/// <param name="Headers">As in <c>h=</c>.</param>
/// <param name="IsPartial">Whether a length is given (<c>l=</c>).</param>
public sealed record DkimTags(HostName? Domain, IReadOnlyList<string> Headers, bool IsPartial)
{
    public const string HeaderName = "DKIM-Signature";

    /// <summary>Reads any text; what is not there is empty.</summary>
    public static DkimTags Read(string value)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in value.Split(';'))
            if (tag.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) tags.TryAdd(tag[..at].Trim(), tag[(at + 1)..].Trim());

        return new DkimTags(
            HostName.Read(tags.GetValueOrDefault("d", "")),
            tags.GetValueOrDefault("h", "").Split(':', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            tags.ContainsKey("l"));
    }
}
