using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Lays out a list's menu. A filter is a word of the search, so that what is seen can be read and typed as well.</summary>
internal static class ListMenus
{
    private static readonly ListOrder[] Orders =
    [
        ListOrder.Default, new(SortBy.Date, Direction.Ascending), new(SortBy.Sender, Direction.Ascending), new(SortBy.Recipient, Direction.Ascending),
        new(SortBy.Subject, Direction.Ascending), new(SortBy.Size, Direction.Descending), new(SortBy.Size, Direction.Ascending),
    ];

    public static ListMenu Of(ListSpec list, SavedView? view, IReadOnlyList<MyAccount> accounts)
    {
        var filters = new List<MenuChoice> { Filter(list, Said.Of("lists.only.unread"), "is:unread"), Filter(list, Said.Of("lists.only.flagged"), "is:flagged"), Filter(list, Said.Of("lists.only.attachment"), "has:attachment") };
        if (list.Scope is not Scope.One && accounts.Count > 1)
            filters.AddRange(accounts.Where(account => account.Combined == InCombinedViews.Shown).Select(account => Filter(list, Said.Of("lists.only.account", "name", account.Name), $"account:\"{account.Name.Replace('"', ' ')}\"")));

        return new ListMenu(
            filters,
            [.. Orders.Select(order => new MenuChoice(Said.Of("lists.order." + order.ToString().TrimStart('-') + (order.Direction == Direction.Descending ? ".down" : ".up")), ListUrl.Of(list with { Order = order }), order == list.Order ? Chosen.Yes : Chosen.No))],
            view is not null && list.Search is null ? null : ViewUrl.Keep(list),
            view is null ? null : ViewUrl.Edit(view.Id),
            list.Order.By == SortBy.Date ? Jump.Yes : Jump.No);
    }

    private static MenuChoice Filter(ListSpec list, Said name, string word)
    {
        var words = $" {list.Search} ";
        var isOn = words.Contains($" {word} ", StringComparison.OrdinalIgnoreCase);
        var search = (isOn ? words.Replace($" {word} ", " ", StringComparison.OrdinalIgnoreCase) : $"{list.Search} {word}").Trim();
        return new MenuChoice(name, ListUrl.Of(list with { Search = search.Length == 0 ? null : search }), isOn ? Chosen.Yes : Chosen.No);
    }
}
