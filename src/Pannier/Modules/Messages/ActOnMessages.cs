using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Does one thing to many messages: asks where it must, does it, and tells exactly what failed.</summary>
internal sealed class ActOnMessages(IMyMail mail, ListQueries queries, Targets targets, ActReport report) : IHandler<ActInput, ActAnswer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<Outcome<ActAnswer>> HandleAsync(ActInput input, CancellationToken cancellation)
    {
        if (input.Act is not { } act) return Refusal.Invalid("act.none-given", "act");

        var keys = await KeysAsync(input, cancellation);
        if (keys is null) return Refusal.Invalid(Said.Of("act.too-many", "most", ActInput.Most));
        if (keys.Count == 0) return Refusal.Invalid("act.none");

        var next = NextOf(input, act, keys);
        if (act is Act.Move or Act.Copy && input.To is not Scope.One)
            return new ActAnswer.AskMailbox(keys, act, Said.Of("act.which." + Choice.Name(act)), null, await targets.ListAsync(_ => true, cancellation), next);

        if (input is { To: Scope.One home } && Role(act) is { } role) await mail.ChooseRoleAsync(home.Account, home.Mailbox, role, cancellation);

        var destroys = act == Act.Destroy ? keys : act == Act.Delete ? await InTrashAsync(keys, cancellation) : [];
        if (destroys.Count > 0 && input.Sure == Tick.Off) return new ActAnswer.AskSure(keys, destroys.Count, act, next);

        var results = new List<ActResult>();
        if (destroys.Count > 0) results.AddRange(await mail.ActAsync(new MailAction.Destroy(), destroys, cancellation));
        if (destroys.Count < keys.Count) results.AddRange(await mail.ActAsync(Action(act, input.To), [.. keys.Except(destroys)], cancellation));
        var answer = await AnswerAsync(destroys.Count == keys.Count ? Act.Destroy : act, results, next, cancellation);
        return answer is ActAnswer.Done done && destroys.Count == 0 ? done with { Undo = mail.LastUndo } : answer;
    }

    private async Task<ActAnswer> AnswerAsync(Act act, IReadOnlyList<ActResult> results, LocalUrl next, CancellationToken cancellation)
    {
        var failed = results.Where(result => result.Failure is not null).ToList();
        var homeless = failed.Where(result => result.Failure == ActFailure.NoSuchRole).Select(result => result.Key).ToList();
        if (homeless.Count > 0)
        {
            var account = homeless[0].Account; // one question at a time; the answer is tried with all that have no place yet
            return new ActAnswer.AskMailbox(
                homeless,
                act,
                Said.Of("act.which." + Choice.Name(act)),
                Said.Of("act.which.why"),
                await targets.ListAsync(one => one.Id == account, cancellation),
                next)
            {
                Failed = await report.DescribeAsync([.. failed.Where(result => result.Failure != ActFailure.NoSuchRole)], cancellation),
            };
        }

        return failed.Count == 0
            ? new ActAnswer.Done(next, Said.Of("act.done." + Choice.Name(act), "count", results.Count))
            : new ActAnswer.Report(results.Count - failed.Count, await report.DescribeAsync(failed, cancellation), next);
    }

    /// <summary>What is open beside a list goes with the others where they are taken out of it.</summary>
    private static LocalUrl NextOf(ActInput input, Act act, IReadOnlyList<MessageKey> keys)
    {
        var next = input.Next ?? LocalUrl.Home;
        var takesAway = act is Act.Archive or Act.Junk or Act.NotJunk or Act.Delete or Act.Destroy or Act.Move;
        return takesAway && keys.Any(key => next.Value.Split('?')[0] == MessageUrl.Of(key, null).Value) ? input.List ?? LocalUrl.Home : next;
    }

    /// <summary>The messages meant; null when a whole list holds more than one request may name, or is not known to its end.</summary>
    private async Task<IReadOnlyList<MessageKey>?> KeysAsync(ActInput input, CancellationToken cancellation)
    {
        if (input.All is not { } list) return await MeantAsync(input, cancellation);
        if (await queries.OfAsync(list, cancellation) is not { } understood) return [];

        await mail.SearchServersAsync(understood.Query, new SearchWait.ForAll(Patience), cancellation);
        var page = await mail.ListAsync(understood.Query with { Grouping = Grouping.None }, PagePlace.First, ActInput.Most, cancellation);
        return page is { Next: null, Search: null or { IsGoingOn: false } } ? [.. page.Rows.Select(row => row.Key)] : null;
    }

    private async Task<IReadOnlyList<MessageKey>> MeantAsync(ActInput input, CancellationToken cancellation)
    {
        var keys = input.Messages.Distinct().ToList();
        return input.Rows is { } list && await queries.OfAsync(list, cancellation) is { } understood ? await mail.MeantAsync(input.Talk == Tick.On ? understood.Query with { Grouping = Grouping.Conversations } : understood.Query, keys, cancellation) : keys;
    }

    private async Task<IReadOnlyList<MessageKey>> InTrashAsync(IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        var trash = new HashSet<MailboxId>();
        foreach (var account in keys.Select(key => key.Account).Distinct())
            trash.UnionWith((await mail.KnownMailboxesAsync(account, cancellation) ?? []).Where(mailbox => mailbox.Role == MailboxRole.Trash).Select(mailbox => mailbox.Id));
        return [.. keys.Where(key => trash.Contains(key.Mailbox))];
    }

    private static MailAction Action(Act act, Scope? target) => act switch
    {
        Act.MarkRead => new MailAction.Mark(Keywords.Seen, Keywords.None),
        Act.MarkUnread => new MailAction.Mark(Keywords.None, Keywords.Seen),
        Act.Flag => new MailAction.Mark(Keywords.Flagged, Keywords.None),
        Act.Unflag => new MailAction.Mark(Keywords.None, Keywords.Flagged),
        Act.Archive => new MailAction.MoveToRole(MailboxRole.Archive),
        Act.Junk => new MailAction.MoveToRole(MailboxRole.Junk),
        Act.NotJunk => new MailAction.MoveToRole(MailboxRole.Inbox),
        Act.Delete => new MailAction.MoveToRole(MailboxRole.Trash),
        Act.Destroy => new MailAction.Destroy(),
        Act.Move when target is Scope.One to => new MailAction.Move(to.Account, to.Mailbox),
        Act.Copy when target is Scope.One to => new MailAction.Copy(to.Account, to.Mailbox),
        _ => throw new InvalidOperationException($"no such act: {act}"),
    };

    private static MailboxRole? Role(Act act) => act switch
    {
        Act.Archive => MailboxRole.Archive,
        Act.Junk => MailboxRole.Junk,
        Act.Delete => MailboxRole.Trash,
        _ => null,
    };
}
