namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.4.7 with COPYUID (RFC 4315): all or none.</summary>
internal sealed class Copy : IMessageCommand
{
    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var set = arguments.Set();
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.End();
        var result = Transfer.Copy(session, MessageSelection.Of(session.Selected, set, numbering), name);
        return Task.FromResult(result.Refused ?? ImapAnswer.Ok($"{result.CopyUid}Copied"));
    }
}
