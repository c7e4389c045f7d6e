using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Modules.Sealing;

/// <summary>What sealed answers need of routes: the key of the tab's cache, and a way out for browsers that run no script.</summary>
/// <remarks>The sealing itself is in <c>Core/Sealing</c> and, in the page, <c>seal.ts</c>, <c>sealed.ts</c> and <c>cache.ts</c>.</remarks>
public sealed class SealingModule : IModule
{
    public string Name => "sealing";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowCacheKey, CacheKey, CacheKeyView>("/sealing/key");
        module.Post<Nothing, TurnSealingOff, SealingOff, NoticeView<SealingOff>>("/sealing/off");
    }
}
