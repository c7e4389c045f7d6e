using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Modules.Messages.Parts;

/// <summary>A message's parts as its server gives them.</summary>
internal sealed class ServerParts(IMyMail mail, MessageKey key) : IPartSource
{
    public Task<CopyExtent> CopyAsync(BodyPart part, Stream to, long atMost, CancellationToken cancellation) => mail.CopyPartAsync(key, part, to, atMost, cancellation);
}
