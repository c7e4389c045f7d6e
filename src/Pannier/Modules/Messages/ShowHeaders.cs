using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages;

/// <summary>Shows every header, hidden characters made visible.</summary>
internal sealed class ShowHeaders(IMyMail mail) : IHandler<HeadersInput, HeadersPage>
{
    public async Task<Outcome<HeadersPage>> HandleAsync(HeadersInput input, CancellationToken cancellation) =>
        await mail.OpenAsync(input.Key, cancellation) is { } message
            ? new HeadersPage(
                input.Key,
                input.List,
                UntrustedText.Show(message.Head.Row.Envelope.Subject),
                [.. message.Head.Headers.Select(field => new HeaderField(UntrustedText.Show(field.Name), UntrustedText.Show(field.Value)))])
            : Refusal.NotFound("messages.gone");
}
