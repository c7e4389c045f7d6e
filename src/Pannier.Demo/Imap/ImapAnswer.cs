namespace Pannier.Demo.Imap;

/// <summary>The tagged answer of a command, after its untagged ones.</summary>
internal sealed record ImapAnswer(string Status, string Text)
{
    /// <summary>The command has sent its tagged answer itself, or the connection ends.</summary>
    public static readonly ImapAnswer Silent = new("", "");

    public static ImapAnswer Ok(string text) => new("OK", text);

    public static ImapAnswer No(string text) => new("NO", text);

    public static ImapAnswer Bad(string text) => new("BAD", text);
}
