using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Help;

/// <summary>The page that lists every shortcut.</summary>
public sealed class HelpModule : IModule
{
    public string Name => "help";

    public void Register(ModuleBuilder module) => module.Get<Nothing, ShowKeys, KeysPage, KeysView>("/help/keys");
}
