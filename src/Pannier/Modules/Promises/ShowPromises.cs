using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Promises;

/// <summary>Looks at how each promise stands now.</summary>
internal sealed class ShowPromises(BrowserPromises browser, ServerPromises server, DevelopmentPromises development) : IHandler<TabInput, PromisesPage>
{
    public async Task<Outcome<PromisesPage>> HandleAsync(TabInput input, CancellationToken cancellation)
    {
        var tab = input.Tab ?? PromiseTab.Browser;
        return new PromisesPage(tab, tab switch
        {
            PromiseTab.Server => await server.NowAsync(cancellation),
            PromiseTab.Development => development.Now(),
            _ => browser.Now(),
        });
    }
}
