using System.Collections.Immutable;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Views;
using Pannier.Mail.Html;
using Pannier.Modules.Messages.Parts;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages;

/// <summary>Opens a message, hands out its parts, and acts on one message or many.</summary>
public sealed class MessagesModule : IModule
{
    public static Setting<MarkReadAfter> MarkRead { get; } = Setting.Choice("reading.mark-read", MarkReadAfter.AtOnce);

    public static Setting<BodyForm> Prefers { get; } = Setting.Choice("reading.prefers", BodyForm.Html);

    public static Setting<TalkOrder> TalkOrder { get; } = Setting.Choice("reading.talk-order", Messages.TalkOrder.NewestLast);

    public static Setting<PictureRule> Pictures { get; } = Setting.Choice("reading.pictures", PictureRule.Ask);

    public static Setting<LinkCare> Links { get; } = Setting.Choice("reading.links", LinkCare.Cut);

    /// <summary>The sizes messages can be shown in, in percent, from the smallest.</summary>
    public static ImmutableArray<int> Sizes { get; } = [90, 100, 110, 125, 150, 200];

    public static Setting<int> Zoom { get; } = Setting.Number("reading.zoom", 100, [.. Sizes]);

    public string Name => "messages";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ActReport>();
        module.Services.AddScoped<AllowedSenders>();
        module.Services.AddScoped<Detours>();
        module.Services.AddScoped<FetchPictures>();
        module.Services.AddSingleton<PictureRoom>();
        module.Services.AddScoped<ProvenSender>();
        module.Services.AddScoped<RemotePictures>();
        module.Services.AddScoped<ShowBody>();
        module.Services.AddScoped<Talk>();
        module.Services.AddScoped<Targets>();
        module.Get<MessageInput, OpenMessage, MessagePage, MessageView>("/message/{key}");
        module.Get<HeadersInput, ShowHeaders, HeadersPage, HeadersView>("/message/{key}/headers");
        module.Stream<SourceInput, StreamSource>("/message/{key}/source");
        module.Post<PicturesInput, LoadPictures, MessagePage, MessageView>("/message/{key}/pictures");
        module.Get<RoundInput, ShowRound, RoundPage, RoundView>("/message/pictures/{round}");
        module.Get<Nothing, ShowSenders, SendersPage, SendersView>("/settings/pictures");
        module.Post<RemoveSenderInput, RemoveSender, SenderRemoved, NoticeView<SenderRemoved>>("/settings/pictures/remove");
        PartRoutes.Add(module);
        module.Post<ActInput, ActOnMessages, ActAnswer, ActView>("/messages/act");
        module.Post<UndoInput, UndoAct, ActAnswer, ActView>("/messages/undo");
        module.Post<SeenInput, SeeTroubles, ActAnswer, ActView>("/messages/seen");
        module.Post<ZoomInput, ChangeZoom, ZoomChanged, NoticeView<ZoomChanged>>("/messages/zoom");
        module.Get<LeaveInput, ShowLeave, LeavePage, LeaveView>("/leave");
        module.Setting(MarkRead);
        module.Setting(Prefers);
        module.Setting(Pictures);
        module.Setting(Links);
        module.Setting(TalkOrder);
        module.Setting(Zoom);
    }
}
