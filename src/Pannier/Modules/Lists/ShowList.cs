using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;

namespace Pannier.Modules.Lists;

/// <summary>Reads one page of a list and lays out its rows.</summary>
internal sealed class ShowList(IMyMail mail, MySettings settings, WordsOfVisit words, ListQueries queries, TroubleText troubles, Slots slots) : IHandler<ListInput, ListPage>
{
    /// <summary>Without a script to ask again, a page waits for the servers; not long, and says so.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    public async Task<Outcome<ListPage>> HandleAsync(ListInput input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var list = input.List;
        var accounts = await mail.AccountsAsync(cancellation);
        if (await queries.OfAsync(list, cancellation) is not { } understood || await FindAsync(list.Scope, understood.View, accounts, cancellation) is not { } found) return Refusal.NotFound("lists.unknown");

        if (input.Typing == Tick.Off && understood.Query.IsDeep)
            await mail.SearchServersAsync(understood.Query, input.Wait is { } step ? new SearchWait.ForNext(step, AtMost) : new SearchWait.ForAll(AtFirst), cancellation);
        var place = Place(input);
        var page = await mail.ListAsync(understood.Query, place, settings.Get(ListsModule.PerPage), cancellation);
        if (input.Open is { } open && page.Rows.All(row => row.Key != open))
        {
            place = (await mail.NeighboursAsync(understood.Query, open, cancellation)).Place;
            page = await mail.ListAsync(understood.Query, place, settings.Get(ListsModule.PerPage), cancellation);
        }

        var layout = new RowLayout(words.Get(), accounts, list, new SearchReading(understood.Query.Match, []));
        var rows = page.Rows.Select(layout.Of).ToList();
        var tools = await slots.FillAsync(new ListTools(list.Scope, list.Search), cancellation);
        return new ListPage(
            list,
            found.Name,
            list.Order.By == SortBy.Date ? DayGroup.Of(rows, DateOnly.FromDateTime(words.Get().Clock.Now.Date)) : rows.Count == 0 ? [] : [new DayGroup(null, rows)],
            rows.Count,
            accounts.Count > 0 ? page.Total : 0,
            accounts.Count,
            page.Next is { } next ? ListUrl.Of(list, PagePlace.After(next)) : null,
            page.Previous is { } previous ? ListUrl.Of(list, new PagePlace(previous, PageSide.Before)) : null,
            [.. page.Accounts.Where(answer => answer.Fault is not null).Select(answer => new SilentAccount(accounts.First(account => account.Id == answer.Account).Name, FaultTexts.Say(answer.Fault!)))], // the Where has seen to it
            tools)
        {
            Role = found.Role,
            HereUrl = ListUrl.Of(list, place),
            Pane = settings.Get(Appearance.Pane),
            Part = input.Part,
            Open = input.Open,
            Filling = [.. page.Accounts.Where(answer => answer is { Fault: null, Filling: not null }).Select(answer => new FillingAccount(accounts.First(account => account.Id == answer.Account).Name, answer.Filling!.Held, answer.Filling.Of, answer.Filling.Since is { } since ? words.Get().Clock.ToLocal(since).ToString("MMMM yyyy", words.Get().Culture) : null, answer.Filling.IsHeld))], // the Where has seen to it
            Servers = page.Search is { } progress ? SearchReport.Of(list, progress, accounts) : null,
            Mistakes = SearchReport.Mistakes(understood.Typed, page.UnknownNames),
            Troubles = await troubles.AllAsync(cancellation),
            Grouping = understood.Query.Grouping,
            Menu = ListMenus.Of(list, understood.View, accounts),
        };
    }

    private PagePlace Place(ListInput input)
    {
        if (input.At is not { } day || input.List.Order.By != SortBy.Date) return input.Place;

        var clock = words.Get().Clock;
        return PagePlace.After(Cursor.At(clock.StartOf(input.List.Order.Direction == Direction.Descending ? day.AddDays(1) : day)));
    }

    private async Task<Named?> FindAsync(Scope scope, SavedView? view, IReadOnlyList<MyAccount> accounts, CancellationToken cancellation)
    {
        if (view is not null) return new(Said.Of("mailbox.name", "name", view.Name), MailboxRole.None);
        if (scope is Scope.Combined combined) return new(Said.Of("view." + Choice.Name(combined.View)), RoleOf(combined.View));
        if (scope is not Scope.One one || accounts.All(account => account.Id != one.Account)) return null;

        var mailboxes = await mail.KnownMailboxesAsync(one.Account, cancellation) ?? await mail.MailboxesAsync(one.Account, cancellation);
        return mailboxes.FirstOrDefault(mailbox => mailbox.Id == one.Mailbox) is { } found ? new(MailboxLabel.Of(found), found.Role) : null;
    }

    // Only where buttons say something else: what is in Trash is deleted for good, what is in Junk can be not junk.
    private static MailboxRole RoleOf(CombinedView view) => view switch
    {
        CombinedView.Trash => MailboxRole.Trash,
        CombinedView.Junk => MailboxRole.Junk,
        _ => MailboxRole.None,
    };

    private sealed record Named(Said Name, MailboxRole Role);
}
