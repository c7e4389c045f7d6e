using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sealing;

namespace Pannier.Modules.Sealing;

/// <summary>Gives a page of a live session the key of what its tab keeps; only ever in a sealed answer.</summary>
internal sealed class ShowCacheKey(SealingOfVisit sealing) : IHandler<Nothing, CacheKey>
{
    public Task<Outcome<CacheKey>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<CacheKey>>(sealing.CacheKey() is { } key ? new CacheKey(key) : Refusal.NotFound("sealing.no-key"));
}
