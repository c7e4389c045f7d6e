using Pannier.Core.Crypto;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Views;

namespace Pannier.Core.Accounts;

/// <summary>The person's mail, over the accounts their records name.</summary>
internal sealed class MyMail(AccountBook book, MailOfVisit mail, IOpenStores stores, TimeProvider clock) : IMyMail
{
    private IReadOnlyList<MyAccount>? _accounts;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    private PersonMail Person => mail.Get();

    public async Task<IReadOnlyList<MyAccount>> AccountsAsync(CancellationToken cancellation) => _accounts ??= await book.AllAsync(cancellation);

    public async Task<IReadOnlyList<Mailbox>> MailboxesAsync(AccountId account, CancellationToken cancellation) =>
        await OpenedAsync(account, cancellation) is { } open ? await open.Directory.GetAsync(open.Store, cancellation) : [];

    public async Task<IReadOnlyList<Mailbox>?> KnownMailboxesAsync(AccountId account, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) && Person.Opened(account)?.Directory.Listed is { } listed ? Counted(account, listed) : null;

    public async Task<IReadOnlyList<Mailbox>> RefreshMailboxesAsync(AccountId account, CancellationToken cancellation) =>
        await OpenedAsync(account, cancellation) is { } open ? await RelistAsync(open, cancellation) : [];

    public async Task<Page> ListAsync(Query query, Cursor? after, int limit, CancellationToken cancellation)
    {
        var (open, locked) = await AllOpenedAsync(cancellation);
        var page = MirrorLists.Answers(query)
            ? await MirroredAsync(query, after, limit, cancellation)
            : await Person.Lists.ListAsync(open, query, after, limit, cancellation);
        return page with { Accounts = [.. page.Accounts, .. locked.Where(account => Concerns(query.Scope, account)).Select(account => new AccountAnswer(account.Id, new MailFault(MailFaultKind.SignInRefused)))] };
    }

    public async Task<Neighbours> NeighboursAsync(Query query, MessageKey key, CancellationToken cancellation)
    {
        var (open, _) = await AllOpenedAsync(cancellation);
        return MirrorLists.Answers(query)
            ? MirrorLists.Neighbours(await Person.ReadyAsync(query.Scope, clock, cancellation), query, key)
            : await Person.Lists.NeighboursAsync(open, query, key, cancellation);
    }

    public async Task<IReadOnlyList<ActResult>> ActAsync(MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        var (open, _) = await AllOpenedAsync(cancellation);
        var before = Person.Mirror.Current;
        var results = await LiveActions.ActAsync(open, action, keys, cancellation);
        await Person.FollowAsync(action, results, clock, cancellation);
        LastUndo = UndoSteps.Of(action, results, before) is { Count: > 0 } steps ? Person.Undoable.Keep(steps) : null;
        return results;
    }

    public UndoId? LastUndo { get; private set; }

    public async Task<IReadOnlyList<ActResult>?> UndoAsync(UndoId undo, CancellationToken cancellation)
    {
        if (Person.Undoable.Take(undo) is not { } steps) return null;

        var results = new List<ActResult>();
        foreach (var step in steps) results.AddRange(await ActAsync(step.Action, step.Keys, cancellation));
        return results;
    }

    public async Task<OpenedMessage?> OpenAsync(MessageKey key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not var (open, mailbox)) return null;
        try
        {
            return new OpenedMessage(key, mailbox, await open.Store.UseAsync((connection, token) => connection.OpenAsync(Ref(mailbox, key), key.Uid, token), cancellation));
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
        {
            return null;
        }
    }

    public async Task<CopyExtent> CopyPartAsync(MessageKey key, BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        var (open, mailbox) = await FindAsync(key, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        return await open.Store.UseAsync((connection, token) => connection.CopyPartAsync(Ref(mailbox, key), key.Uid, part, to, atMost, token), cancellation);
    }

    public async Task CopySourceAsync(MessageKey key, Stream to, CancellationToken cancellation)
    {
        var (open, mailbox) = await FindAsync(key, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        await open.Store.UseAsync(
            async (connection, token) =>
            {
                await connection.CopySourceAsync(Ref(mailbox, key), key.Uid, to, token);
                return true;
            },
            cancellation);
    }

    public async Task<MessageKey?> AppendAsync(AccountId account, MailboxId mailbox, Stream message, Keywords keywords, CancellationToken cancellation)
    {
        var (open, target) = await FindAsync(account, mailbox, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        var result = await open.Store.UseAsync((connection, token) => connection.AppendAsync(target.Name, message, keywords, null, token), cancellation);
        await Person.LookAsync([target], Patience, clock, CancellationToken.None); // it is filed, whoever waits
        return result is { Uid: { } uid, UidValidity: { } validity } ? new MessageKey(account, mailbox, validity, uid) : null;
    }

    public async Task<IReadOnlyList<MessageKey>> FindAsync(AccountId account, MailboxId mailbox, SearchTerms terms, CancellationToken cancellation)
    {
        var (open, found) = await FindAsync(account, mailbox, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        return await open.Store.UseAsync<IReadOnlyList<MessageKey>>(
            async (connection, token) =>
            {
                var state = await connection.SelectAsync(found.Name, token);
                var uids = await connection.SearchAsync(new MailboxRef(found.Name, state.UidValidity), terms, token);
                return [.. uids.OrderDescending().Select(uid => new MessageKey(account, mailbox, state.UidValidity, uid))];
            },
            cancellation);
    }

    public async Task CreateMailboxAsync(AccountId account, MailboxName name, CancellationToken cancellation)
    {
        var open = await OpenedAsync(account, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        await open.Store.UseAsync((connection, token) => Done(connection.CreateMailboxAsync(name, token)), cancellation);
        await RelistAsync(open, cancellation);
    }

    public async Task RenameMailboxAsync(AccountId account, MailboxId mailbox, MailboxName to, CancellationToken cancellation)
    {
        var (open, found) = await FindAsync(account, mailbox, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        await open.Directory.RenameAsync(open.Store, found.Name, to, cancellation);
        await RelistAsync(open, cancellation);
    }

    public async Task DeleteMailboxAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation)
    {
        var (open, found) = await FindAsync(account, mailbox, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        await open.Store.UseAsync((connection, token) => Done(connection.DeleteMailboxAsync(found.Name, token)), cancellation);
        await RelistAsync(open, cancellation);
    }

    public async Task ChooseRoleAsync(AccountId account, MailboxId mailbox, MailboxRole? role, CancellationToken cancellation)
    {
        var open = await OpenedAsync(account, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        await open.Directory.ChooseRoleAsync(open.Store, mailbox, role, cancellation);
        await RelistAsync(open, cancellation);
    }

    public async Task<ISubmission?> SubmissionAsync(AccountId account, CancellationToken cancellation) => (await OpenedAsync(account, cancellation))?.Submission.Value;

    public async Task<StoreHealth?> HealthAsync(AccountId account, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) ? Person.Opened(account)?.Store.Health : null;

    public async Task<Filling?> FillingAsync(AccountId account, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) && Person.Mirror.Current.Accounts.GetValueOrDefault(account) is { } image ? MirrorLists.Filling(image) : null;

    public async Task<AccountTrial?> TestAsync(AccountId account, CancellationToken cancellation)
    {
        try
        {
            if (await OpenedAsync(account, cancellation) is not { } open) return null;
            open.Store.TryNow();
            Person.Sync(account)?.LookNow();
            var tried = await Task.WhenAll(
                FaultAsync(open.Store.UseAsync((_, _) => Task.FromResult(true), cancellation)),
                FaultAsync(open.Submission.Value.TestAsync(cancellation)));
            return new AccountTrial(tried[0], tried[1]);
        }
        catch (MailFault locked)
        {
            return new AccountTrial(locked, locked); // its passwords must be given again
        }
    }

    public async Task ForgetAsync(AccountId account, CancellationToken cancellation)
    {
        await Person.CloseAsync(account, cancellation);
        _accounts = null;
    }

    private static async Task<MailFault?> FaultAsync(Task attempt)
    {
        try
        {
            await attempt;
            return null;
        }
        catch (MailFault fault)
        {
            return fault;
        }
    }

    /// <summary>A page out of the mirror; one that no script will mend has the mailboxes looked at once more before.</summary>
    private async Task<Page> MirroredAsync(Query query, Cursor? after, int limit, CancellationToken cancellation)
    {
        await Person.ReadyAsync(query.Scope, clock, cancellation);
        if (mail.IsWholePage && after is null) await Person.GlanceAsync(query.Scope, clock, cancellation);
        var page = MirrorLists.List(Person.Mirror.Current, query, after, limit);
        foreach (var bare in page.Rows.Where(row => row.Message.Preview is null).GroupBy(row => (row.Key.Account, row.Key.Mailbox)))
            Person.Sync(bare.Key.Account)?.Preview(bare.Key.Mailbox, bare.Select(row => row.Key.Uid));
        return query.Scope is Scope.One one && Person.Sync(one.Account)?.ClosedBy(one.Mailbox) is { } closed ? page with { Accounts = [new AccountAnswer(one.Account, closed)] } : page;
    }

    private async Task<IReadOnlyList<Mailbox>> RelistAsync(PersonAccount open, CancellationToken cancellation)
    {
        var mailboxes = await open.Directory.RefreshAsync(open.Store, cancellation);
        await Person.Mirror.ListedAsync(open.Account.Id, mailboxes, cancellation);
        return mailboxes;
    }

    /// <summary>Mailboxes with the mirror's counts, which follow one's own acts at once.</summary>
    private IReadOnlyList<Mailbox> Counted(AccountId account, IReadOnlyList<Mailbox> mailboxes)
    {
        var images = Person.Mirror.Current.Accounts.GetValueOrDefault(account)?.Images;
        return images is null ? mailboxes
            : [.. mailboxes.Select(mailbox => mailbox.State is { } state && images.GetValueOrDefault(mailbox.Id) is { Point.Complete: true } image && image.Point.UidValidity == state.UidValidity
                ? mailbox with { State = state with { Exists = image.Count, Unseen = image.Unseen } }
                : mailbox)];
    }

    private static MailboxRef Ref(Mailbox mailbox, MessageKey key) => new(mailbox.Name, key.UidValidity);

    private static bool Concerns(Scope scope, MyAccount account) =>
        scope is Scope.One one ? one.Account == account.Id : account.Combined == InCombinedViews.Shown;

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private Task<(PersonAccount Open, Mailbox Mailbox)?> FindAsync(MessageKey key, CancellationToken cancellation) => FindAsync(key.Account, key.Mailbox, cancellation);

    private async Task<(PersonAccount Open, Mailbox Mailbox)?> FindAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) =>
        await OpenedAsync(account, cancellation) is { } open && await open.Directory.FindAsync(open.Store, mailbox, cancellation) is { } found ? (open, found) : null;

    /// <summary>The opened account; null when it is not this person's.</summary>
    /// <exception cref="MailFault">Its password was given for another login: it must be asked for again.</exception>
    private async Task<PersonAccount?> OpenedAsync(AccountId id, CancellationToken cancellation)
    {
        if ((await AccountsAsync(cancellation)).FirstOrDefault(account => account.Id == id) is not { } mine) return null;

        return await Person.OpenAsync(mine, token => OpenAsync(mine, token), cancellation);
    }

    private async Task<PersonAccount> OpenAsync(MyAccount mine, CancellationToken cancellation)
    {
        if (await book.PasswordsAsync(mine, cancellation) is not { } passwords) throw new MailFault(MailFaultKind.SignInRefused);

        var known = await book.MailboxesAsync(mine.Id, cancellation);
        return new PersonAccount(
            mine,
            stores.Store(mine.Imap, Secret.Of(passwords.Imap)),
            new MailboxDirectory(mine.Id, known, (mailboxes, token) => KeepAsync(mine.Id, mailboxes, token)),
            new Lazy<ISubmission>(() => stores.Submission(mine.Smtp, Secret.Of(passwords.Smtp))));
    }

    private async Task KeepAsync(AccountId account, IReadOnlyList<KnownMailbox> mailboxes, CancellationToken cancellation)
    {
        try
        {
            await book.SaveMailboxesAsync(account, mailboxes, cancellation);
        }
        catch (VaultLocked)
        {
            // They are just leaving, and their keys went first: what is not kept now is listed again when they are back.
        }
    }

    private async Task<(IReadOnlyList<OpenAccount> Open, IReadOnlyList<MyAccount> Locked)> AllOpenedAsync(CancellationToken cancellation)
    {
        var (open, locked) = (new List<OpenAccount>(), new List<MyAccount>());
        foreach (var mine in await AccountsAsync(cancellation))
        {
            try
            {
                open.Add((await Person.OpenAsync(mine, token => OpenAsync(mine, token), cancellation)).ForLists());
            }
            catch (MailFault)
            {
                locked.Add(mine); // its password must be given again; the list says so
            }
        }

        return (open, locked);
    }
}
