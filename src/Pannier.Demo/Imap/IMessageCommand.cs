namespace Pannier.Demo.Imap;

/// <summary>A command on messages, which UID may precede.</summary>
internal interface IMessageCommand
{
    Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation);
}
