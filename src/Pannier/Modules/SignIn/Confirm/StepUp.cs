using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Opens the acts that ask for it, for some minutes and under a new session id, to somebody who has just proved that it is them.</summary>
internal sealed class StepUp(Door door, Parcels parcels, Visit visit, MyLog log)
{
    public async Task DoneAsync(Keyring keyring)
    {
        var user = visit.Required.Person.User;
        await door.ConfirmAsync(user, keyring, CancellationToken.None);
        await log.NoteAsync(user.Id, SecurityEventKind.Confirmed);
    }

    /// <param name="keyring">As just opened, or the session's own.</param>
    /// <param name="next">Where they wanted to go.</param>
    /// <param name="carried">What was sent and asks for it.</param>
    /// <returns>Where to go on.</returns>
    public async Task<LocalUrl> DoneAsync(Keyring keyring, LocalUrl? next, Parcel? carried)
    {
        var on = await parcels.TakeInAsync(carried, keyring, CancellationToken.None) ? CarriedUrl.Offer(next) : next ?? LocalUrl.Home;
        await DoneAsync(keyring);
        return on;
    }
}
