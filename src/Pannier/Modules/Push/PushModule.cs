using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Settings;

namespace Pannier.Modules.Push;

/// <summary>Keeps open pages up to date: one stream of events per browser, which names places to look at again and never shows mail.</summary>
public sealed class PushModule : IModule
{
    public static Setting<Announce> Announcing { get; } = Setting.Choice("push.announce", Announce.Off);

    public string Name => "push";

    public void Register(ModuleBuilder module)
    {
        module.Stream<EventsInput, SendEvents>("/events", attention: Attention.Watched);
        module.Get<ArrivedInput, ShowArrived, ArrivedPage, ArrivedView>("/events/arrived");
        module.Setting(Announcing);
    }
}
