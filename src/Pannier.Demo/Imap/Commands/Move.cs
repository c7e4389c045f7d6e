using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 6851: copied and removed as one act; COPYUID comes before the EXPUNGEs.</summary>
internal sealed class Move : IMessageCommand
{
    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var set = arguments.Set();
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.End();
        var view = session.Selected;
        if (view.Access == ViewAccess.ReadOnly)
            return Task.FromResult(ImapAnswer.No("The mailbox is open for reading only"));
        lock (session.Owner.Gate)
        {
            var result = Transfer.Copy(session, MessageSelection.Of(view, set, numbering), name);
            if (result.Refused is { } refused)
                return Task.FromResult(refused);
            if (result.CopyUid.Length > 0)
                session.Output.Line($"* OK {result.CopyUid}Copied");
            view.Mailbox.Expunge(result.Copied);
        }

        return Task.FromResult(ImapAnswer.Ok("Moved"));
    }
}
