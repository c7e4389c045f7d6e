using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Calendar;
using Pannier.Mail.Lists;
using Pannier.Mail.Reading;

namespace Pannier.Modules.Invitations;

/// <summary>Reads the calendar part of a message, where it has one of an invitation's size.</summary>
internal sealed class FindInvitation(IMyMail mail)
{
    /// <returns>Null when there is none.</returns>
    public async Task<FoundInvitation?> InAsync(OpenedMessage message, CancellationToken cancellation)
    {
        if (message.Head.Structure.Walk().FirstOrDefault(part => part.MediaType is "text/calendar" or "application/ics") is not { } part) return null;
        if (part.Size > InvitationReader.MostOctets * 4 / 3) return new FoundInvitation(null);

        using var octets = new MemoryStream();
        if (await mail.CopyPartAsync(message.Key, part, octets, InvitationReader.MostOctets, cancellation) == CopyExtent.Cut) return new FoundInvitation(null);
        return new FoundInvitation(InvitationReader.Read(DecodedText.Of(octets.GetBuffer().AsSpan(0, (int)octets.Length), part.Charset ?? "utf-8").Text));
    }
}
