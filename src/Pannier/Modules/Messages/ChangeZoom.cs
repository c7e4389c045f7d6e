using System.Globalization;
using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Settings;

namespace Pannier.Modules.Messages;

/// <summary>Shows messages one step bigger or smaller, and remembers it; at either end it stays.</summary>
internal sealed class ChangeZoom(MySettings settings) : IHandler<ZoomInput, ZoomChanged>
{
    public async Task<Outcome<ZoomChanged>> HandleAsync(ZoomInput input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var percent = After(settings.Get(MessagesModule.Zoom), input.Step);
        await settings.ChangeAsync(new Dictionary<string, string>(StringComparer.Ordinal) { [MessagesModule.Zoom.Key] = percent.ToString(CultureInfo.InvariantCulture) }, cancellation);
        return new ZoomChanged(input.Next ?? LocalUrl.Home);
    }

    internal static int After(int percent, ZoomStep step)
    {
        var at = MessagesModule.Sizes.IndexOf(percent);
        return step switch
        {
            ZoomStep.Bigger => MessagesModule.Sizes[Math.Min(at + 1, MessagesModule.Sizes.Length - 1)],
            ZoomStep.Smaller => MessagesModule.Sizes[Math.Max(at - 1, 0)],
            _ => 100,
        };
    }
}
