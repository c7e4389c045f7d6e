using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail.Senders;
using Pannier.Mail.Text;

namespace Pannier.Modules.Senders;

/// <summary>Checks a message's DKIM signatures because the person wants to know: this asks the DNS of whoever signed.</summary>
internal sealed class CheckSignatures(IMyMail mail, DkimCheck check) : IHandler<CheckInput, SignaturesPage>
{
    private const long Most = 30 * 1024 * 1024;

    public async Task<Outcome<SignaturesPage>> HandleAsync(CheckInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if (message.Head.Structure.Walk().Sum(part => part.Size) > Most) return Refusal.Invalid("senders.too-large");

        using var source = new MemoryStream();
        await mail.CopySourceAsync(input.Key, source, cancellation);
        source.Position = 0;
        try
        {
            var signatures = await check.CheckAsync(source, cancellation);
            var from = SenderReport.Of(message.Head.Headers, message.Head.Row.Envelope.From, null).Domain;
            return new SignaturesPage(input.Key, UntrustedText.Show(message.Head.Row.Envelope.Subject), from, signatures);
        }
        catch (FormatException)
        {
            return Refusal.Invalid("senders.unreadable");
        }
    }
}
