using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;

namespace Pannier.Modules.Lists;

/// <summary>Turns a list as its address says it into what is asked of the mail.</summary>
public sealed class ListQueries(WordsOfVisit words, MySettings settings, SavedViews views)
{
    /// <summary>What is asked; null for a view that is not this person's, or gone.</summary>
    public async Task<Understood?> OfAsync(ListSpec list, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        if (list.Scope is not Scope.Named named) return Of(list, null);
        return await views.FindAsync(named.View, cancellation) is { } view ? Of(list, view) : null;
    }

    /// <summary>What a view of the person's own making asks.</summary>
    internal async Task<Query> OfAsync(SavedView view, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        return Of(ListSpec.Of(new Scope.Named(view.Id)), view).Query;
    }

    private Understood Of(ListSpec list, SavedView? view)
    {
        var clock = words.Get().Clock;
        var days = new SearchDays(DateOnly.FromDateTime(clock.Now.Date), day => clock.StartOf(day).ToUnixTimeSeconds());
        var (typed, kept) = (SearchReader.Read(list.Search ?? "", days), SearchReader.Read(view?.Search ?? "", days));
        var query = new Query(list.Scope, kept.Node.And(typed.Node))
        {
            Order = list.Order,
            Grouping = list.Scope is Scope.Combined { View: CombinedView.Drafts } ? Grouping.None : settings.Get(ListsModule.Grouping),
            Mailboxes = view is { Mailboxes.Count: > 0 } ? view.Mailboxes.Select(mailbox => mailbox.Mailbox).ToHashSet() : null,
            Key = $"{list.Scope} {view?.Search} {list.Search}",
        };
        return new Understood(query, typed, view);
    }
}
