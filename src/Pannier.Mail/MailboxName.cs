namespace Pannier.Mail;

/// <summary>A mailbox's full name as its server spells it, decoded from modified UTF-7. May hold any character; it is data, never a command.</summary>
/// <param name="Delimiter">The server's hierarchy delimiter; null when it has none.</param>
public sealed record MailboxName(string Value, char? Delimiter)
{
    /// <summary>The last segment: what the sidebar shows.</summary>
    public string Leaf => Delimiter is { } d && Value.LastIndexOf(d) is >= 0 and var at ? Value[(at + 1)..] : Value;

    /// <summary>The mailbox above, or null at the top.</summary>
    public string? Parent => Delimiter is { } d && Value.LastIndexOf(d) is > 0 and var at ? Value[..at] : null;

    public bool IsInbox => Value.Equals("INBOX", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Value;
}
