using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Late;

/// <summary>Forgets what was sent too late.</summary>
internal sealed class DropCarried(Parcels parcels, Visit visit) : IHandler<AskInput, CarriedPage>
{
    public async Task<Outcome<CarriedPage>> HandleAsync(AskInput input, CancellationToken cancellation)
    {
        await parcels.DropAsync(visit.Required.Keyring, cancellation);
        return new CarriedPage.Done(input.Next ?? LocalUrl.Home, Said.Of("carried.dropped"));
    }
}
