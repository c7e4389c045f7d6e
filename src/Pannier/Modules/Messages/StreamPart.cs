using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Messages;

/// <summary>One part of a message as a file. It is always a download: no sender's type is shown on our origin .</summary>
internal sealed class StreamPart(IMyMail mail) : IHandler<PartInput, Content>
{
    public async Task<Outcome<Content>> HandleAsync(PartInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if (message.Head.Structure.Walk().FirstOrDefault(part => part.Section == input.Section.Value && !part.IsMultipart) is not { } found) return Refusal.NotFound("messages.no-part");

        var name = found.FileName ?? (found.MediaType == "message/rfc822" ? "message.eml" : "part-" + found.Section);
        return new Content("application/octet-stream", name, null, (to, token) => mail.CopyPartAsync(input.Key, found, to, long.MaxValue, token));
    }
}
