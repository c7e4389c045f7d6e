using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Views;

namespace Pannier.Modules.Lists;

/// <summary>Combined views and mailboxes as lists, with search. Other modules act on what they show.</summary>
public sealed class ListsModule : IModule
{
    public static Setting<int> PerPage { get; } = Setting.Number("lists.per-page", 50, 25, 50, 100, 200);

    public static Setting<StartPage> Start { get; } = Setting.Choice("lists.start-page", StartPage.Inbox);

    public string Name => "lists";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowStartPage, ListPage, ListView>("/");
        module.Get<ListInput, ShowList, ListPage, ListView>("/mail/{scope}");
        module.Fill<ToolbarSlot, OfferSearch, SearchBox, SearchBoxView>();
        module.Setting(PerPage);
        module.Setting(Start);
    }
}
