using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Late;

/// <summary>Shows what was sent too late, to be sent now or dropped; without any it goes on.</summary>
internal sealed class ShowCarried(Parcels parcels, Visit visit) : IHandler<AskInput, CarriedPage>
{
    public async Task<Outcome<CarriedPage>> HandleAsync(AskInput input, CancellationToken cancellation)
    {
        var next = input.Next ?? LocalUrl.Home;
        if (await parcels.FindAsync(visit.Required.Keyring, cancellation) is not { } carried || LocalUrl.Read(carried.Path) is not { } action) return new CarriedPage.Done(next, null);

        return new CarriedPage.Offer(action, carried.Fields, carried.Files, carried.At, next);
    }
}
