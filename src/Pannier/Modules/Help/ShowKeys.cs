using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;

namespace Pannier.Modules.Help;

/// <summary>Shows all shortcuts.</summary>
internal sealed class ShowKeys(MySettings settings) : IHandler<Nothing, KeysPage>
{
    public async Task<Outcome<KeysPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        return new KeysPage(Shortcuts.All, settings.Get(Appearance.Keys));
    }
}
