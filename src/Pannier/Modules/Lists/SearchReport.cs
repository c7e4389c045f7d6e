using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Text;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;
using Pannier.Mail.Text;

namespace Pannier.Modules.Lists;

/// <summary>Puts into words how a search was read and how far the servers are with it.</summary>
internal static class SearchReport
{
    public static IReadOnlyList<Said> Mistakes(SearchReading typed, IReadOnlyList<string> unknown) =>
    [
        .. typed.Mistakes.Select(mistake => Said.Of("lists.mistake." + Choice.Name(mistake.Kind), "text", UntrustedText.Show(mistake.Text))),
        .. unknown.Select(name => Said.Of("lists.mistake.no-such-name", "text", UntrustedText.Show(name))),
    ];

    public static ServerSearch Of(ListSpec list, SearchProgress progress, IReadOnlyList<MyAccount> accounts)
    {
        var answered = progress.Accounts.Count(account => account.Stage is SearchStage.Done or SearchStage.Failed or SearchStage.Stopped);
        var failed = progress.Accounts.Any(account => account.Stage is SearchStage.Failed or SearchStage.Stopped);
        var summary = progress.IsGoingOn ? Said.Of("lists.servers.going", "count", answered).With("of", progress.Accounts.Count) : Said.Of(failed ? "lists.servers.part" : "lists.servers.done");
        var url = ListUrl.Of(list).Value;
        return new ServerSearch(
            summary,
            progress.IsGoingOn ? LocalUrl.Of($"{url}&wait={progress.Step}") : null,
            progress.IsGoingOn ? LocalUrl.Of($"/mail/{list.Scope}/stop") : null,
            [.. progress.Accounts.Select(account => new ServerSearchLine(accounts.FirstOrDefault(one => one.Id == account.Account)?.Name ?? "", State(account), Also(account)))]);
    }

    private static Said State(AccountSearch account) => account.Stage switch
    {
        SearchStage.Waiting => Said.Of("lists.servers.waiting"),
        SearchStage.Asking => Said.Of("lists.servers.asking", "done", account.Done).With("of", account.Of),
        SearchStage.Failed => FaultTexts.Say(account.Fault!), // of a failed one
        SearchStage.Stopped => Said.Of("lists.servers.stopped", "done", account.Done).With("of", account.Of),
        _ => Said.Of(account.Rules == SearchRules.Gmail ? "lists.servers.found.gmail" : "lists.servers.found"),
    };

    private static Said? Also(AccountSearch account) => account.Unread > 0 ? Said.Of("lists.servers.unread", "count", account.Unread) : null;
}
