using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>EXPUNGE of all that is marked, or UID EXPUNGE of those named among them.</summary>
internal sealed class Expunge : IMessageCommand
{
    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        var view = session.Selected;
        NumberSet? named = null;
        if (numbering == Numbering.Uid)
        {
            arguments.Expect(' ');
            named = arguments.Set();
        }

        arguments.End();
        if (view.Access == ViewAccess.ReadOnly)
            return Task.FromResult(ImapAnswer.No("The mailbox is open for reading only"));
        lock (session.Owner.Gate)
        {
            var candidates = named is null ? view.Mailbox.Held : MessageSelection.Of(view, named, numbering).Select(each => each.Message);
            view.Mailbox.Expunge([.. candidates.Where(message => message.Flags.Deleted)]);
        }

        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
