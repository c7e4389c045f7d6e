using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn;

/// <summary>Goes on to the mail once the person says that the key is kept.</summary>
internal sealed class KeyKept : IHandler<KeptInput, KeptDone>
{
    public Task<Outcome<KeptDone>> HandleAsync(KeptInput input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<KeptDone>>(input.Kept == Tick.On ? new KeptDone(LocalUrl.Home, null) : Refusal.Invalid("recovery.keep-it", "kept"));
}
