using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Messages;

/// <summary>The message as it stands: as plain text to read, or as a file to keep.</summary>
internal sealed class StreamSource(IMyMail mail) : IHandler<SourceInput, Content>
{
    public async Task<Outcome<Content>> HandleAsync(SourceInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");

        var subject = message.Head.Row.Envelope.Subject;
        return input.Save == Tick.On
            ? new Content("message/rfc822", (subject.Length == 0 ? "message" : subject) + ".eml", null, (to, token) => mail.CopySourceAsync(input.Key, to, token))
            : new Content("text/plain; charset=utf-8", null, null, (to, token) => mail.CopySourceAsync(input.Key, to, token));
    }
}
