using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Modules.Messages.Parts;

/// <summary>One part of a message as a file. It is always a download: no sender's type is shown on our origin .</summary>
internal sealed class StreamPart(IMyMail mail, MessageParts parts) : IHandler<PartInput, Content>
{
    public async Task<Outcome<Content>> HandleAsync(PartInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if (await parts.FindAsync(message, input.Section, cancellation) is not { } found) return Refusal.NotFound("messages.no-part");
        if (found.Source is Archive && !await IsWholeAsync(found, cancellation)) return Refusal.Invalid("parts.entry-broken");

        return new Content("application/octet-stream", found.Name, null, (to, token) => found.Source.CopyAsync(found.Part, to, long.MaxValue, token));
    }

    /// <summary>Unpacks an entry into nothing first: a file that turns out broken is told of before its first octet.</summary>
    private static async Task<bool> IsWholeAsync(FoundPart found, CancellationToken cancellation)
    {
        try
        {
            return await found.Source.CopyAsync(found.Part, Stream.Null, Archive.MostOctets, cancellation) == CopyExtent.Whole;
        }
        catch (PartFault)
        {
            return false;
        }
    }
}
