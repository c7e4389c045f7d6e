using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.Promises;

/// <summary>What this site promises about safety, and how each promise stands here and now. Anybody may read it.</summary>
public sealed class PromisesModule : IModule
{
    public string Name => "security";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton<BrowserPromises>();
        module.Services.AddSingleton<ServerPromises>();
        module.Services.AddSingleton<DevelopmentPromises>();
        module.Get<TabInput, ShowPromises, PromisesPage, PromisesView>("/security", SignInLevel.Anonymous);
    }
}
