namespace Pannier.Mail.Lists;

/// <summary>Does actions on messages, grouped by account and mailbox; each group reports for itself, and nothing is changed silently.</summary>
public static class LiveActions
{
    /// <summary>Acts on all keys, accounts in parallel.</summary>
    /// <returns>One result for each key, in their order.</returns>
    public static async Task<IReadOnlyList<ActResult>> ActAsync(IReadOnlyList<OpenAccount> accounts, MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        var groups = keys.Distinct().GroupBy(key => key.Account);
        var results = await Task.WhenAll(groups.Select(group => InAccountAsync(accounts, action, group.Key, [.. group], cancellation)));
        var byKey = results.SelectMany(part => part).ToDictionary(result => result.Key);
        return [.. keys.Distinct().Select(key => byKey[key])];
    }

    private static async Task<IReadOnlyList<ActResult>> InAccountAsync(
        IReadOnlyList<OpenAccount> accounts, MailAction action, AccountId id, IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        if (accounts.FirstOrDefault(one => one.Id == id) is not { } account) return Failed(keys, ActFailure.Unknown);

        var results = new List<ActResult>();
        foreach (var group in keys.GroupBy(key => (key.Mailbox, key.UidValidity)))
        {
            try
            {
                results.AddRange(await InMailboxAsync(accounts, account, action, [.. group], cancellation));
            }
            catch (MailFault fault)
            {
                var why = fault.Kind is MailFaultKind.UidValidityChanged or MailFaultKind.NotFound ? ActFailure.Gone : ActFailure.Server;
                results.AddRange(group.Select(key => new ActResult(key, why, fault, null)));
            }
        }

        return results;
    }

    private static async Task<IEnumerable<ActResult>> InMailboxAsync(
        IReadOnlyList<OpenAccount> accounts, OpenAccount account, MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        if (await account.Directory.FindAsync(account.Store, keys[0].Mailbox, cancellation) is not { } mailbox) return Failed(keys, ActFailure.Unknown);

        var source = new Messages(account, mailbox, new MailboxRef(mailbox.Name, keys[0].UidValidity), keys);
        switch (action)
        {
            case MailAction.Mark mark:
                return await MarkAsync(source, mark, cancellation);
            case MailAction.Destroy:
                return await DestroyAsync(source, cancellation);
            case MailAction.MoveToRole { Role: var role }:
                return await account.Directory.FindAsync(account.Store, role, cancellation) is { } home
                    ? await MoveAsync(source, home, cancellation)
                    : Failed(keys, ActFailure.NoSuchRole);
            case MailAction.Move move:
                return await TargetAsync(accounts, move.Account, move.Mailbox, cancellation) is not var (to, target) ? Failed(keys, ActFailure.Unknown)
                    : to.Id == account.Id ? await MoveAsync(source, target, cancellation)
                    : await AcrossAccounts.MoveAsync(source, to, target, cancellation);
            case MailAction.Copy copy:
                return await TargetAsync(accounts, copy.Account, copy.Mailbox, cancellation) is not var (goal, box) ? Failed(keys, ActFailure.Unknown)
                    : goal.Id == account.Id ? await CopyAsync(source, box, cancellation)
                    : await AcrossAccounts.CopyAsync(source, goal, box, cancellation);
            default:
                throw new InvalidOperationException($"no such action: {action}");
        }
    }

    private static async Task<IEnumerable<ActResult>> MarkAsync(Messages source, MailAction.Mark mark, CancellationToken cancellation)
    {
        var done = await source.Account.Store.UseAsync((connection, token) => connection.StoreAsync(source.Mailbox, source.Uids, mark.Add, mark.Remove, token), cancellation);
        return source.Keys.Select(key => new ActResult(key, done.Contains(key.Uid) ? null : ActFailure.Gone, null, key));
    }

    private static async Task<IEnumerable<ActResult>> DestroyAsync(Messages source, CancellationToken cancellation)
    {
        var gone = await source.Account.Store.UseAsync((connection, token) => connection.DestroyAsync(source.Mailbox, source.Uids, token), cancellation);
        return source.Keys.Select(key => new ActResult(key, gone.Contains(key.Uid) ? null : ActFailure.MarkedOnly, null, null));
    }

    private static async Task<IEnumerable<ActResult>> MoveAsync(Messages source, Mailbox to, CancellationToken cancellation)
    {
        if (to.Id == source.Home.Id) return source.Keys.Select(key => new ActResult(key, null, null, key)); // already there

        var moved = await source.Account.Store.UseAsync((connection, token) => connection.MoveAsync(source.Mailbox, source.Uids, to.Name, token), cancellation);
        return Went(source, to, moved);
    }

    private static async Task<IEnumerable<ActResult>> CopyAsync(Messages source, Mailbox to, CancellationToken cancellation)
    {
        var copied = await source.Account.Store.UseAsync((connection, token) => connection.CopyAsync(source.Mailbox, source.Uids, to.Name, token), cancellation);
        return Went(source, to, copied);
    }

    private static IEnumerable<ActResult> Went(Messages source, Mailbox to, CopyResult result) =>
        source.Keys.Select(key =>
            !result.Uids.TryGetValue(key.Uid, out var uid) ? new ActResult(key, ActFailure.Gone, null, null)
            : new ActResult(key, null, null, uid is { } now && result.UidValidity is { } validity ? new MessageKey(key.Account, to.Id, validity, now) : null));

    private static async Task<(OpenAccount Account, Mailbox Mailbox)?> TargetAsync(IReadOnlyList<OpenAccount> accounts, AccountId id, MailboxId mailbox, CancellationToken cancellation) =>
        accounts.FirstOrDefault(account => account.Id == id) is { } account
        && await account.Directory.FindAsync(account.Store, mailbox, cancellation) is { Selectable: true } found
            ? (account, found)
            : null;

    private static IReadOnlyList<ActResult> Failed(IReadOnlyList<MessageKey> keys, ActFailure failure) =>
        [.. keys.Select(key => new ActResult(key, failure, null, null))];
}
