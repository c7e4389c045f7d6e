using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Reads one page of a list and lays out its rows.</summary>
internal sealed class ShowList(IMyMail mail, MySettings settings, WordsOfVisit words, Slots slots) : IHandler<ListInput, ListPage>
{
    public async Task<Outcome<ListPage>> HandleAsync(ListInput input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var accounts = await mail.AccountsAsync(cancellation);
        if (await FindAsync(input.Scope, accounts, cancellation) is not { } found) return Refusal.NotFound("lists.unknown");

        var query = SearchText.Query(input.Scope, input.Search?.Value);
        var page = await mail.ListAsync(query, input.After, settings.Get(ListsModule.PerPage), cancellation);
        var layout = new RowLayout(words.Get(), accounts, input.Scope, input.Search?.Value);
        var rows = page.Rows.Select(layout.Of).ToList();
        var tools = await slots.FillAsync(new ListTools(input.Scope, input.Search?.Value), cancellation);
        return new ListPage(
            input.Scope,
            found.Name,
            input.Search?.Value,
            DayGroup.Of(rows, DateOnly.FromDateTime(words.Get().Clock.Now.Date)),
            rows.Count,
            accounts.Count > 0 ? page.Total : 0,
            accounts.Count,
            page.Next is { } next ? ListUrl.Of(input.Scope, input.Search?.Value, next) : null,
            input.After is null ? null : ListUrl.Of(input.Scope, input.Search?.Value, null),
            [.. page.Accounts.Where(answer => answer.Fault is not null).Select(answer => new SilentAccount(accounts.First(account => account.Id == answer.Account).Name, FaultTexts.Say(answer.Fault!)))], // the Where has seen to it
            tools)
        {
            Role = found.Role,
            Filling = [.. page.Accounts.Where(answer => answer is { Fault: null, Filling: not null }).Select(answer => new FillingAccount(accounts.First(account => account.Id == answer.Account).Name, answer.Filling!.Held, answer.Filling.Of))], // the Where has seen to it
        };
    }

    private async Task<Named?> FindAsync(Scope scope, IReadOnlyList<MyAccount> accounts, CancellationToken cancellation)
    {
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
