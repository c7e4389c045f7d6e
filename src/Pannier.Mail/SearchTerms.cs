using Pannier.Mail.Search;

namespace Pannier.Mail;

/// <summary>What a server is asked to search for (RFC 9051 §6.4.4); all that is set must match.</summary>
/// <param name="Text">Words each of which must occur in subject, sender, recipients or text; empty for none.</param>
/// <param name="With">Keywords all of which are set.</param>
/// <param name="Without">Keywords none of which is set.</param>
public sealed record SearchTerms(IReadOnlyList<string> Text, Keywords With, Keywords Without)
{
    public static SearchTerms All { get; } = new([], Keywords.None, Keywords.None);

    /// <summary>Matches in the From header; null for any.</summary>
    public string? From { get; init; }

    /// <summary>Matches in the Subject header; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>Matches in the text of the body; null for any.</summary>
    public string? Body { get; init; }

    /// <summary>Matches the whole Message-ID, without brackets; null for any.</summary>
    public string? MessageId { get; init; }

    /// <summary>A tree that matches as well, by the server's rules; null for any. Names of mailboxes and accounts have been looked up.</summary>
    public SearchNode? Matching { get; init; }

    public bool IsAll => this == All || (Text.Count == 0 && With == Keywords.None && Without == Keywords.None && From is null && Subject is null && Body is null && MessageId is null && Matching is null);
}
