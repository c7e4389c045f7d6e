using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Calendar;
using Pannier.Mail.Text;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Invitations;

/// <summary>Makes the card of an invitation.</summary>
internal sealed class ShowInvitation(FindInvitation find, Engagements engagements, Answerer answerer, WordsOfVisit words, IEnumerable<ISendMail> ways) : IHandler<MessageNotesSlot, InvitationCard>
{
    private const int MostAttendees = 12;

    public async Task<Outcome<InvitationCard>> HandleAsync(MessageNotesSlot input, CancellationToken cancellation)
    {
        var key = input.Message.Key;
        if (await find.InAsync(input.Message, cancellation) is not { } found) return InvitationCard.Nothing(key, unreadable: false);
        if (found.Invitation is not { } event_) return InvitationCard.Nothing(key, unreadable: true);

        var said = words.Get();
        var me = await answerer.OfAsync(key.Account, event_, cancellation);
        var asks = event_ is { Method: InvitationMethod.Request, IsCancelled: false, Organizer: not null, Uid.Length: > 0 } && input.Message.Mailbox.Role is not (MailboxRole.Sent or MailboxRole.Drafts);
        var conflicts = asks ? await engagements.ConflictsAsync(event_, cancellation) : [];
        return new InvitationCard(
            key,
            event_,
            Unreadable: false,
            event_.Summary.Length == 0 ? said.Say(Said.Of("invitations.no-title")) : UntrustedText.Show(event_.Summary),
            EventWords.When(event_, said),
            event_.Location is { } place ? UntrustedText.Show(place) : null,
            event_.Organizer is { } organizer ? UntrustedText.Show(organizer.ToString()) : null,
            [.. event_.Attendees.Take(MostAttendees).Select(one => new Attendee(UntrustedText.Show(one.Who.Shown), one.Said))],
            EventWords.Repeats(event_.Repetition, said),
            (await engagements.OfAsync(event_, cancellation))?.Answer,
            [.. conflicts.Select(one => UntrustedText.Show(one.Summary) + ", " + said.Clock.ToLocal(one.StartAt ?? default).ToString("f", said.Culture))],
            asks && me is not null && ways.Any(),
            me?.IsInvited == true);
    }
}
