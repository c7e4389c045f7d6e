using Pannier.Core.Modules;
using Pannier.Core.Settings;

namespace Pannier.Modules.Messages;

/// <summary>Opens a message, hands out its parts, and acts on one message or many.</summary>
public sealed class MessagesModule : IModule
{
    public static Setting<MarkReadAfter> MarkRead { get; } = Setting.Choice("reading.mark-read", MarkReadAfter.AtOnce);

    public static Setting<BodyForm> Prefers { get; } = Setting.Choice("reading.prefers", BodyForm.Html);

    public static Setting<TalkOrder> TalkOrder { get; } = Setting.Choice("reading.talk-order", Messages.TalkOrder.NewestLast);

    public string Name => "messages";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ActReport>();
        module.Services.AddScoped<ShowBody>();
        module.Services.AddScoped<Talk>();
        module.Services.AddScoped<Targets>();
        module.Get<MessageInput, OpenMessage, MessagePage, MessageView>("/message/{key}");
        module.Get<HeadersInput, ShowHeaders, HeadersPage, HeadersView>("/message/{key}/headers");
        module.Stream<SourceInput, StreamSource>("/message/{key}/source");
        module.Stream<PartInput, StreamPart>("/message/{key}/part/{section}");
        module.Post<ActInput, ActOnMessages, ActAnswer, ActView>("/messages/act");
        module.Post<UndoInput, UndoAct, ActAnswer, ActView>("/messages/undo");
        module.Post<SeenInput, SeeTroubles, ActAnswer, ActView>("/messages/seen");
        module.Setting(MarkRead);
        module.Setting(Prefers);
        module.Setting(TalkOrder);
    }
}
