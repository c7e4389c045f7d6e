using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Senders;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Senders;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Senders;

/// <summary>Makes the note on a message's sender. Nothing is asked of anybody but the account's own server.</summary>
internal sealed class TellSender(SenderReports reports, MyCorrespondents people) : IHandler<MessageNotesSlot, SenderNote>
{
    public async Task<Outcome<SenderNote>> HandleAsync(MessageNotesSlot input, CancellationToken cancellation)
    {
        var message = input.Message;
        if (IsOwn(message)) return SenderNote.Nothing(message.Key);

        var report = await reports.OfAsync(message, cancellation);
        var known = await people.AllAsync(cancellation);
        var warnings = SenderWarnings.Of(message.Head, report, known).ToList();
        if (message.Head.Row.Envelope.From is [{ Address: { Length: > 0 } from }, ..] && await people.IsFirstAsync(from, cancellation)) warnings.Add(new SenderWarning.FirstContact(from));
        return new SenderNote(message.Key, report, warnings, report.ProvenDomain is null && message.Head.Header(DkimTags.HeaderName) is not null);
    }

    // What the person wrote themselves never came in through a server.
    private static bool IsOwn(OpenedMessage message) =>
        message.Mailbox.Role is MailboxRole.Drafts or MailboxRole.Sent || message.Head.Header("Received") is null;
}
