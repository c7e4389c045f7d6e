using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Takes a decision back: the next message of this sender is asked about again.</summary>
internal sealed class RemoveSender(AllowedSenders senders) : IHandler<RemoveSenderInput, SenderRemoved>
{
    public async Task<Outcome<SenderRemoved>> HandleAsync(RemoveSenderInput input, CancellationToken cancellation)
    {
        await senders.ForgetAsync(input.Address, cancellation);
        return new SenderRemoved(Said.Of("pictures.removed", "address", UntrustedText.Show(input.Address.ToString())));
    }
}
