using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Records;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.MailingLists;
using Pannier.Mail.Text;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Subscriptions;

/// <summary>Makes the note on a message's list. In Junk it offers nothing: leaving tells the sender that somebody reads.</summary>
internal sealed class TellList(IMyRecords<LeftList> left, WordsOfVisit words) : IHandler<MessageNotesSlot, ListNote>
{
    public async Task<Outcome<ListNote>> HandleAsync(MessageNotesSlot input, CancellationToken cancellation)
    {
        var (key, head) = (input.Message.Key, input.Message.Head);
        var ways = input.Message.Mailbox.Role is MailboxRole.Junk or MailboxRole.Sent or MailboxRole.Drafts ? null : WaysOut.Read(head.Headers);
        if (ways is null) return new ListNote(key, null, null, null);

        var name = head.Header("List-Id") is { } text && ListId.Read(text) is { } list ? UntrustedText.Show(list.Name ?? list.Value) : null;
        var said = words.Get();
        return new ListNote(key, name, ways, await left.FindAsync(LeftList.IdOf(head), cancellation) is { } record ? said.Clock.ToLocal(record.Value.At).ToString("D", said.Culture) : null);
    }
}
