using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Views;
using Pannier.Mail.Lists;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Lists;

/// <summary>Combined views, mailboxes and views of one's own as lists, with search. Other modules act on what they show.</summary>
public sealed class ListsModule : IModule
{
    public static Setting<int> PerPage { get; } = Setting.Number("lists.per-page", 50, 25, 50, 100, 200);

    public static Setting<StartPage> Start { get; } = Setting.Choice("lists.start-page", StartPage.Inbox);

    /// <summary>What a row stands for.</summary>
    public static Setting<Grouping> Grouping { get; } = Setting.Choice("lists.grouping", Mail.Lists.Grouping.None);

    public string Name => "lists";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<SavedViews>();
        module.Services.AddScoped<ListQueries>();
        module.Services.AddScoped<OwnViews>();
        module.Services.AddScoped<ViewForm>();
        module.Services.AddScoped<TroubleText>();
        module.Get<Nothing, ShowStartPage, ListPage, ListView>("/");
        module.Get<ListInput, ShowList, ListPage, ListView>("/mail/{scope}");
        module.Post<StopSearchInput, StopSearch, Stopped, StoppedView>("/mail/{scope}/stop");
        module.Get<CompleteInput, CompleteSearch, Completions, CompletionsView>("/search/complete");
        module.Get<NewViewInput, ShowNewView, ViewPage, ViewFormView>("/views/new");
        module.Post<MakeViewInput, MakeView, ViewPage, ViewFormView>("/views/new");
        module.Get<ViewInput, ShowView, ViewPage, ViewFormView>("/views/{view}");
        module.Post<ChangeViewInput, ChangeView, ViewPage, ViewFormView>("/views/{view}");
        module.Post<ViewInput, RemoveView, ViewPage, ViewFormView>("/views/{view}/remove");
        module.Fill<BesideSlot, ShowBeside, ListPage, ListPanel>();
        module.Fill<ToolbarSlot, OfferSearch, SearchBox, SearchBoxView>();
        module.Setting(PerPage);
        module.Setting(Start);
        module.Setting(Grouping);
    }
}
