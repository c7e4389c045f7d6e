using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sealing;

namespace Pannier.Modules.Sealing;

/// <summary>Sends the answers of this session in the clear, for a browser that runs no script.</summary>
internal sealed class TurnSealingOff(SealingOfVisit sealing) : IHandler<Nothing, SealingOff>
{
    public async Task<Outcome<SealingOff>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await sealing.TurnOffAsync(cancellation);
        return new SealingOff(LocalUrl.Home, Said.Of("sealing.off"));
    }
}
