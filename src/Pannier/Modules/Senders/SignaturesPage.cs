using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Senders;

namespace Pannier.Modules.Senders;

/// <summary>What came of checking a message's signatures.</summary>
/// <param name="From">The domain in From; null where there is not exactly one.</param>
public sealed record SignaturesPage(MessageKey Key, string Subject, HostName? From, IReadOnlyList<CheckedSignature> Signatures) : ITitled
{
    public Said Title => Said.Of("senders.signatures", "subject", Subject);

    public bool IsProven => Signatures.Any(signature => signature.Proves(From));

    public LocalUrl MessageUrl => Lists.MessageUrl.Of(Key, null);
}
