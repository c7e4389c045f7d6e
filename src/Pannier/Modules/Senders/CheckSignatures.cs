using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Core.Senders;
using Pannier.Mail.Senders;
using Pannier.Mail.Text;

namespace Pannier.Modules.Senders;

/// <summary>Shows what came of checking a message's DKIM signatures, since the person wants to know.</summary>
internal sealed class CheckSignatures(IMyMail mail, OwnSignatureCheck check) : IHandler<CheckInput, SignaturesPage>
{
    public async Task<Outcome<SignaturesPage>> HandleAsync(CheckInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if (!OwnSignatureCheck.Fits(message)) return Refusal.Invalid("senders.too-large");
        if (await check.OfAsync(message, cancellation) is not { } signatures) return Refusal.Invalid("senders.unreadable");

        var envelope = message.Head.Row.Envelope;
        return new SignaturesPage(input.Key, UntrustedText.Show(envelope.Subject), SenderReport.Of(message.Head.Headers, envelope.From, null).Domain, signatures);
    }
}
