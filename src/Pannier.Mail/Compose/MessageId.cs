using System.Security.Cryptography;

namespace Pannier.Mail.Compose;

/// <summary>A Message-ID (RFC 5322 §3.6.4) without its angle brackets.</summary>
public sealed record MessageId
{
    private const int Most = 900;

    private MessageId(string value) => Value = value;

    public string Value { get; }

    /// <summary>A new one of 128 random bits under the sender's own domain: it tells no host name and no time.</summary>
    public static MessageId New(AddrSpec sender) =>
        new($"{RandomNumberGenerator.GetHexString(32, lowercase: true)}@{(sender.Domain[0] == '[' ? "localhost" : sender.Domain)}");

    /// <summary>Reads one with or without brackets; also those that break the grammar and are in use. Null when it has blanks, brackets inside, or is not ASCII.</summary>
    public static MessageId? Read(string text)
    {
        var bare = text.Trim();
        if (bare is ['<', .. var inside, '>']) bare = inside;
        return bare.Length is > 0 and <= Most && bare.All(c => c is > ' ' and < '\x7f' and not ('<' or '>')) ? new(bare) : null;
    }

    /// <summary>All ids of a References or In-Reply-To field, in order; what is none is left out.</summary>
    public static IReadOnlyList<MessageId> ReadAll(string? field)
    {
        var ids = new List<MessageId>();
        var rest = (field ?? "").AsSpan();
        while (rest.IndexOf('<') is >= 0 and var start && rest[start..].IndexOf('>') is > 0 and var length)
        {
            // A bracket that never closes must not swallow the next id.
            var inside = rest.Slice(start + 1, length - 1);
            if (Read(inside[(inside.LastIndexOf('<') + 1)..].ToString()) is { } id) ids.Add(id);
            rest = rest[(start + length + 1)..];
        }

        return ids;
    }

    public override string ToString() => $"<{Value}>";
}
