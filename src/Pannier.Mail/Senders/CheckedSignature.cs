namespace Pannier.Mail.Senders;

/// <summary>A DKIM signature after it was checked (RFC 6376).</summary>
/// <param name="Domain">Who signed it, as it says (<c>d=</c>); null where that is no domain.</param>
public sealed record CheckedSignature(HostName? Domain, SignatureState State)
{
    /// <summary>Names of the headers it covers, as in <c>h=</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Whether it proves that the domain in From sent it.</summary>
    public bool Proves(HostName? from) => State == SignatureState.Valid && from is not null && SenderReport.Speaks(Domain, from);

    /// <summary>Whether it is valid and covers these headers too.</summary>
    public bool Covers(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!Headers.Contains(name, StringComparer.OrdinalIgnoreCase)) return false;

        return State == SignatureState.Valid;
    }
}
