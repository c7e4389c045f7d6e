using Pannier.Core.Accounts.Intents;
using Pannier.Core.Crypto;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Views;

namespace Pannier.Core.Accounts;

/// <summary>The person's mail, over the accounts their records name.</summary>
internal sealed class MyMail(AccountBook book, MailOfVisit mail, MyLists lists, MyActs acts, IOpenStores stores, AccountProofs proofs, TimeProvider clock) : IMyMail
{
    private IReadOnlyList<MyAccount>? _accounts;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    private PersonMail Person => mail.Get();

    public async Task<IReadOnlyList<MyAccount>> AccountsAsync(CancellationToken cancellation) => _accounts ??= await book.AllAsync(cancellation);

    public async Task<IReadOnlyList<Mailbox>> MailboxesAsync(AccountId account, CancellationToken cancellation) =>
        await OpenedAsync(account, cancellation) is { } open ? await open.Directory.GetAsync(open.Store, cancellation) : [];

    public async Task<IReadOnlyList<Mailbox>?> KnownMailboxesAsync(AccountId account, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) && (Person.Opened(account)?.Directory.Listed ?? Kept(account)) is { } listed ? Counted(account, listed) : null;

    public async Task<IReadOnlyList<Mailbox>> RefreshMailboxesAsync(AccountId account, CancellationToken cancellation) =>
        await OpenedAsync(account, cancellation) is { } open ? await RelistAsync(open, cancellation) : [];

    public async Task<Page> ListAsync(Query query, PagePlace place, int limit, CancellationToken cancellation)
    {
        var (_, locked) = await AllOpenedAsync(cancellation);
        var page = await lists.ListAsync(query, await AccountsAsync(cancellation), place, limit, cancellation);
        return page with { Accounts = [.. page.Accounts, .. locked.Where(account => Concerns(query.Scope, account)).Select(account => new AccountAnswer(account.Id, new MailFault(MailFaultKind.SignInRefused)))] };
    }

    public async Task<IReadOnlyList<Row>> ConversationAsync(MessageKey key, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(account => account.Id == key.Account) ? Conversations.Of(Person.Mirror.Current, key) : [];

    public async Task<IReadOnlyList<MessageKey>> MeantAsync(Query query, IReadOnlyList<MessageKey> rows, CancellationToken cancellation) =>
        query.Grouping == Grouping.None ? rows : lists.Meant(query, await AccountsAsync(cancellation), rows);

    public async Task<Neighbours> NeighboursAsync(Query query, MessageKey key, CancellationToken cancellation)
    {
        await AllOpenedAsync(cancellation);
        return await lists.NeighboursAsync(query, await AccountsAsync(cancellation), key, cancellation);
    }

    public async Task SearchServersAsync(Query query, SearchWait wait, CancellationToken cancellation)
    {
        var (open, _) = await AllOpenedAsync(cancellation);
        await lists.SearchServersAsync(query, await AccountsAsync(cancellation), open, wait, cancellation);
    }

    public Task StopSearchAsync(Query query, CancellationToken cancellation) => lists.StopSearchAsync(query);

    public async Task<int> CountAsync(Query query, CancellationToken cancellation) => lists.Count(query, await AccountsAsync(cancellation));

    public async Task<IReadOnlyList<ActResult>> ActAsync(MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        var (open, _) = await AllOpenedAsync(cancellation);
        var asked = keys.Distinct().Select(key => (Key: key, Now: Person.Mirror.Forwards.Follow(key))).ToList();
        var results = (await acts.ActAsync(open, action, [.. asked.Select(one => one.Now)], cancellation)).ToDictionary(result => result.Key);
        return [.. asked.Select(one => results[one.Now] with { Key = one.Key })];
    }

    public UndoId? LastUndo => acts.LastUndo;

    public async Task<IReadOnlyList<ActResult>?> UndoAsync(UndoId undo, CancellationToken cancellation)
    {
        var (open, _) = await AllOpenedAsync(cancellation);
        return await acts.UndoAsync(open, undo, cancellation);
    }

    public IReadOnlyList<ActTrouble> Troubles => Person.Troubles.All;

    public void ForgetTroubles() => Person.Troubles.Clear();

    public async Task<int> WaitingAsync(AccountId account, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) ? Person.Intents(account)?.Count ?? 0 : 0;

    public async Task<OpenedMessage?> OpenAsync(MessageKey key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not var (open, mailbox, now)) return null;
        try
        {
            var head = await open.Store.UseAsync((connection, token) => connection.OpenAsync(Ref(mailbox, now), now.Uid, token), cancellation);
            return new OpenedMessage(now, mailbox, Person.Mirror.Current.Accounts.GetValueOrDefault(now.Account) is { Intents.Count: > 0 } account ? head with { Row = Seen(account, head.Row, now) } : head);
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
        {
            return null;
        }
    }

    public async Task<CopyExtent> CopyPartAsync(MessageKey key, BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        var (open, mailbox, now) = await FindAsync(key, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        return await open.Store.UseAsync((connection, token) => connection.CopyPartAsync(Ref(mailbox, now), now.Uid, part, to, atMost, token), cancellation);
    }

    public async Task CopySourceAsync(MessageKey key, Stream to, CancellationToken cancellation)
    {
        var (open, mailbox, now) = await FindAsync(key, cancellation) ?? throw new MailFault(MailFaultKind.NotFound);
        await open.Store.UseAsync((connection, token) => Done(connection.CopySourceAsync(Ref(mailbox, now), now.Uid, to, token)), cancellation);
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
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) && Person.Mirror.Current.Accounts.GetValueOrDefault(account) is { } image && MirrorLists.Filling(image) is { } filling ? filling with { IsHeld = Person.IsHeld } : null;

    public async Task<IReadOnlyList<MailboxReadIn>> ReadInAsync(AccountId account, CancellationToken cancellation) =>
        (await AccountsAsync(cancellation)).Any(one => one.Id == account) && Person.Mirror.Current.Accounts.GetValueOrDefault(account) is { } image ? [.. image.Mailboxes.Where(mailbox => mailbox.Selectable).Select(mailbox => MirrorLists.ReadIn(image, mailbox))] : [];

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
        if ((await AccountsAsync(cancellation)).All(one => one.Id != account)) await Person.ForgetIntentsAsync(account, cancellation);
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

    /// <summary>As they were when the person was last here; null when nothing is kept.</summary>
    private IReadOnlyList<Mailbox>? Kept(AccountId account) => Person.Mirror.Current.Accounts.GetValueOrDefault(account) is { Mailboxes: { Count: > 0 } mailboxes } ? mailboxes : null;

    /// <summary>A row with what the person did to it since.</summary>
    private static MessageRow Seen(AccountImage account, MessageRow row, MessageKey key) =>
        account.Images.GetValueOrDefault(key.Mailbox) is { } image && image.Point.UidValidity == key.UidValidity && image.Find(key.Uid) is >= 0 and var at ? row with { Keywords = image.KeywordsAt(at) } : row;

    private static MailboxRef Ref(Mailbox mailbox, MessageKey key) => new(mailbox.Name, key.UidValidity);

    private static bool Concerns(Scope scope, MyAccount account) =>
        scope is Scope.One one ? one.Account == account.Id : account.Combined == InCombinedViews.Shown;

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    /// <summary>Where a message is now, though it may be asked for where it was.</summary>
    private async Task<(PersonAccount Open, Mailbox Mailbox, MessageKey Now)?> FindAsync(MessageKey key, CancellationToken cancellation) =>
        Person.Mirror.Forwards.Follow(key) is var now && await FindAsync(now.Account, now.Mailbox, cancellation) is var (open, mailbox) ? (open, mailbox, now) : null;

    private async Task<(PersonAccount Open, Mailbox Mailbox)?> FindAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) =>
        await OpenedAsync(account, cancellation) is { } open && await open.Directory.FindAsync(open.Store, mailbox, cancellation) is { } found ? (open, found) : null;

    /// <summary>The opened account; null when it is not this person's.</summary>
    /// <exception cref="MailFault">As <see cref="AccountProofs.OfAsync"/>.</exception>
    private async Task<PersonAccount?> OpenedAsync(AccountId id, CancellationToken cancellation)
    {
        if ((await AccountsAsync(cancellation)).FirstOrDefault(account => account.Id == id) is not { } mine) return null;

        return await Person.OpenAsync(mine, token => OpenAsync(mine, token), cancellation);
    }

    private async Task<PersonAccount> OpenAsync(MyAccount mine, CancellationToken cancellation)
    {
        var proof = await proofs.OfAsync(mine, cancellation);
        var directory = new MailboxDirectory(mine.Id, await book.MailboxesAsync(mine.Id, cancellation), (mailboxes, token) => KeepAsync(mine.Id, mailboxes, token));
        return new PersonAccount(mine, stores.Store(mine.Imap, proof.Imap), directory, new Lazy<ISubmission>(() => stores.Submission(mine.Smtp, proof.Smtp))) { Tokens = proof.Tokens };
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
