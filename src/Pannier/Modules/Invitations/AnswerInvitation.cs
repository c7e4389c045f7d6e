using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Calendar;
using Pannier.Mail.Text;

namespace Pannier.Modules.Invitations;

/// <summary>Sends the person's answer to an invitation's organiser, and remembers it.</summary>
internal sealed class AnswerInvitation(IMyMail mail, FindInvitation find, Answerer answerer, Engagements engagements, IEnumerable<ISendMail> ways, WordsOfVisit words, TimeProvider clock) : IHandler<AnswerInput, InvitationAnswered>
{
    public async Task<Outcome<InvitationAnswered>> HandleAsync(AnswerInput input, CancellationToken cancellation)
    {
        if (input.Answer == Participation.NeedsAction) return Refusal.Invalid("invitations.no-answer", "answer");
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if ((await find.InAsync(message, cancellation))?.Invitation is not { Method: InvitationMethod.Request, IsCancelled: false, Organizer: { } organizer, Uid.Length: > 0 } event_) return Refusal.Invalid("invitations.not-asked");
        if (await answerer.OfAsync(input.Key.Account, event_, cancellation) is not { } me || ways.FirstOrDefault() is not { } way) return Refusal.Invalid("invitations.no-way");

        var said = words.Get();
        var subject = said.Say(Said.Of("invitations.subject." + Core.Http.Choice.Name(input.Answer), "what", UntrustedText.Show(event_.Summary)));
        var text = said.Say(Said.Of("invitations.text." + Core.Http.Choice.Name(input.Answer), "who", me.Who.Shown).With("what", UntrustedText.Show(event_.Summary))) + "\n";
        var written = InvitationAnswer.Write(event_, me.Who, input.Answer, subject, text, clock.GetUtcNow());
        await using var octets = written.Octets;
        var finished = new FinishedMessage(input.Key.Account, me.Who.ToString(), subject, written.MessageId, new SubmissionEnvelope(me.Who.Address, [organizer.Address]), octets, input.Key);
        if (await way.SendAsync(finished, cancellation) is not { } notice) return new Refusal(507, Said.Of("invitations.no-room"));

        await engagements.RememberAsync(event_, input.Answer, cancellation);
        return new InvitationAnswered(Lists.MessageUrl.Of(input.Key, null), notice);
    }
}
