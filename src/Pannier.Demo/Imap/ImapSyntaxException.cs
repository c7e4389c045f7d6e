namespace Pannier.Demo.Imap;

/// <summary>The client's command can't be read; its message is the text of the BAD answer.</summary>
public sealed class ImapSyntaxException(string message) : Exception(message);
