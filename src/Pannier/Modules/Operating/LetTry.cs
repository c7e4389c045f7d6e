using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Modules.Operating;

/// <summary>Forgets the failed tries at one account, its second factor's too. Waits of a network stay.</summary>
internal sealed class LetTry(Throttle throttle, ISignInDoor door) : IHandler<LetTryInput, LetTryDone>
{
    public async Task<Outcome<LetTryDone>> HandleAsync(LetTryInput input, CancellationToken cancellation)
    {
        if (SignInName.Read(input.Name?.Value ?? "") is not { } read) return Refusal.Invalid("site.let-try.name", "name");

        var name = door.Name(read) ?? read;
        var password = await throttle.ForgetAsync(name.Key, cancellation);
        var factor = await throttle.ForgetAsync(Tries.Factor(name), cancellation);
        return new LetTryDone(LocalUrl.Of("/site"), Said.Of(password || factor ? "site.let-try.done" : "site.let-try.none", "name", name.Shown));
    }
}
