using Pannier.Core.Senders;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Whose message this is beyond doubt. A decision for a sender counts for nothing where anybody may have written their name.</summary>
internal sealed class ProvenSender(SenderReports reports)
{
    /// <summary>The one address in From, where the account's own server says that its domain sent the message, and nobody tried to speak in that server's name; null else.</summary>
    public async Task<AddrSpec?> OfAsync(OpenedMessage message, CancellationToken cancellation) =>
        await reports.OfAsync(message, cancellation) is { Forged: false, ProvenDomain: { } domain }
        && message.Head.Row.Envelope.From is [{ } only]
        && AddrSpec.Read(only.Address) is { } sender
        && HostName.Read(sender.Domain) == domain
            ? sender
            : null;
}
