using Pannier.Core.Accounts;
using Pannier.Core.Accounts.Searching;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Views;

namespace Pannier.Tests.Support;

/// <summary>A person's mail over servers in memory: the real lists and actions, without sealed records and sockets.</summary>
internal sealed class MemoryMail : IMyMail
{
    private readonly Dictionary<AccountId, FakeServer> _servers = [];
    private readonly Dictionary<AccountId, OpenAccount> _open = [];
    private readonly List<MyAccount> _accounts = [];

    /// <summary>Adds an account with an INBOX and nothing else.</summary>
    public FakeServer Add(string name, string address, InCombinedViews combined = InCombinedViews.Shown)
    {
        var (id, server) = (new AccountId((ulong)_accounts.Count + 1), new FakeServer());
        server.Make("INBOX", MailboxRole.Inbox);
        _servers[id] = server;
        _open[id] = new OpenAccount(id, new FakeStore(server), new MailboxDirectory(id, [], (_, _) => Task.CompletedTask), combined);
        var login = new Login("mail.example.org", 993, ConnectionSecurity.Tls, address);
        _accounts.Add(new MyAccount(id, name, address, login, login, AccountColour.Moss, _accounts.Count, combined, SentCopies.Pannier));
        return server;
    }

    public async Task<MessageKey> KeyAsync(string account, string mailbox, Uid uid)
    {
        var id = _accounts.Single(one => one.Name == account).Id;
        var boxes = await RefreshMailboxesAsync(id, TestContext.Current.CancellationToken);
        return new MessageKey(id, boxes.Single(box => box.Name.Value == mailbox).Id, _servers[id].Find(mailbox).UidValidity, uid);
    }

    public Task<IReadOnlyList<MyAccount>> AccountsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<MyAccount>>(_accounts);

    public async Task<IReadOnlyList<Mailbox>> MailboxesAsync(AccountId account, CancellationToken cancellation) =>
        _open.TryGetValue(account, out var open) ? await open.Directory.GetAsync(open.Store, cancellation) : [];

    public Task<IReadOnlyList<Mailbox>?> KnownMailboxesAsync(AccountId account, CancellationToken cancellation) => Task.FromResult(_open.GetValueOrDefault(account)?.Directory.Listed);

    public async Task<IReadOnlyList<Mailbox>> RefreshMailboxesAsync(AccountId account, CancellationToken cancellation) =>
        _open.TryGetValue(account, out var open) ? await open.Directory.RefreshAsync(open.Store, cancellation) : [];

    public async Task<Page> ListAsync(Query query, PagePlace place, int limit, CancellationToken cancellation)
    {
        var version = await MemoryMirror.OfAsync(_open.Values, _servers, cancellation);
        var asked = SearchNames.Resolve(query, _accounts, version);
        return MirrorLists.List(version, asked, MemoryMirror.Finds(version, _servers, asked.Match), place, limit);
    }

    public async Task<Neighbours> NeighboursAsync(Query query, MessageKey key, CancellationToken cancellation)
    {
        var version = await MemoryMirror.OfAsync(_open.Values, _servers, cancellation);
        var asked = SearchNames.Resolve(query, _accounts, version);
        return MirrorLists.Neighbours(version, asked, MemoryMirror.Finds(version, _servers, asked.Match), key);
    }

    public async Task<IReadOnlyList<Row>> ConversationAsync(MessageKey key, CancellationToken cancellation) => Conversations.Of(await MemoryMirror.OfAsync(_open.Values, _servers, cancellation), key);

    public async Task<IReadOnlyList<MessageKey>> MeantAsync(Query query, IReadOnlyList<MessageKey> rows, CancellationToken cancellation) =>
        query.Grouping == Grouping.None ? rows : Conversations.In(await MemoryMirror.OfAsync(_open.Values, _servers, cancellation), query, rows);

    public Task<IReadOnlyList<MailboxReadIn>> ReadInAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<MailboxReadIn>>([]);

    public IReadOnlyList<ActTrouble> Troubles { get; set; } = [];

    public void ForgetTroubles() => Troubles = [];

    public Task<int> WaitingAsync(AccountId account, CancellationToken cancellation) => Task.FromResult(0);

    public Task SearchServersAsync(Query query, SearchWait wait, CancellationToken cancellation) => Task.CompletedTask; // its lists know all

    public Task StopSearchAsync(Query query, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<int> CountAsync(Query query, CancellationToken cancellation) => (await ListAsync(query, PagePlace.First, 1, cancellation)).Total;

    public Task<IReadOnlyList<ActResult>> ActAsync(MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation) => LiveActions.ActAsync([.. _open.Values], action, keys, cancellation);

    public async Task<OpenedMessage?> OpenAsync(MessageKey key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not var (open, mailbox)) return null;
        try
        {
            return new OpenedMessage(key, mailbox, await open.Store.UseAsync((connection, token) => connection.OpenAsync(new MailboxRef(mailbox.Name, key.UidValidity), key.Uid, token), cancellation));
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
        {
            return null;
        }
    }

    public async Task<CopyExtent> CopyPartAsync(MessageKey key, BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        var (open, mailbox) = await RequiredAsync(key.Account, key.Mailbox, cancellation);
        return await open.Store.UseAsync((connection, token) => connection.CopyPartAsync(new MailboxRef(mailbox.Name, key.UidValidity), key.Uid, part, to, atMost, token), cancellation);
    }

    public async Task CopySourceAsync(MessageKey key, Stream to, CancellationToken cancellation)
    {
        var (open, mailbox) = await RequiredAsync(key.Account, key.Mailbox, cancellation);
        await open.Store.UseAsync((connection, token) => Done(connection.CopySourceAsync(new MailboxRef(mailbox.Name, key.UidValidity), key.Uid, to, token)), cancellation);
    }

    public async Task<MessageKey?> AppendAsync(AccountId account, MailboxId mailbox, Stream message, Keywords keywords, CancellationToken cancellation)
    {
        var (open, found) = await RequiredAsync(account, mailbox, cancellation);
        var filed = await open.Store.UseAsync((connection, token) => connection.AppendAsync(found.Name, message, keywords, null, token), cancellation);
        return filed is { Uid: { } uid, UidValidity: { } validity } ? new MessageKey(account, mailbox, validity, uid) : null;
    }

    public async Task<IReadOnlyList<MessageKey>> FindAsync(AccountId account, MailboxId mailbox, SearchTerms terms, CancellationToken cancellation)
    {
        var (open, found) = await RequiredAsync(account, mailbox, cancellation);
        var validity = _servers[account].Find(found.Name.Value).UidValidity;
        var uids = await open.Store.UseAsync((connection, token) => connection.SearchAsync(new MailboxRef(found.Name, validity), terms, token), cancellation);
        return [.. uids.OrderDescending().Select(uid => new MessageKey(account, mailbox, validity, uid))];
    }

    public async Task CreateMailboxAsync(AccountId account, MailboxName name, CancellationToken cancellation)
    {
        await _open[account].Store.UseAsync((connection, token) => Done(connection.CreateMailboxAsync(name, token)), cancellation);
        await RefreshMailboxesAsync(account, cancellation);
    }

    public async Task RenameMailboxAsync(AccountId account, MailboxId mailbox, MailboxName to, CancellationToken cancellation)
    {
        var (open, found) = await RequiredAsync(account, mailbox, cancellation);
        await open.Directory.RenameAsync(open.Store, found.Name, to, cancellation);
    }

    public async Task DeleteMailboxAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation)
    {
        var (open, found) = await RequiredAsync(account, mailbox, cancellation);
        await open.Store.UseAsync((connection, token) => Done(connection.DeleteMailboxAsync(found.Name, token)), cancellation);
        await RefreshMailboxesAsync(account, cancellation);
    }

    public Task ChooseRoleAsync(AccountId account, MailboxId mailbox, MailboxRole? role, CancellationToken cancellation) =>
        _open[account].Directory.ChooseRoleAsync(_open[account].Store, mailbox, role, cancellation);

    /// <summary>The way out of every account; null for none.</summary>
    public FakeSubmission? Submission { get; set; }

    public Task<ISubmission?> SubmissionAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<ISubmission?>(Submission);

    public UndoId? LastUndo => null;

    public Task<IReadOnlyList<ActResult>?> UndoAsync(UndoId undo, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ActResult>?>(null);

    public Task<Filling?> FillingAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<Filling?>(null);

    public Task<StoreHealth?> HealthAsync(AccountId account, CancellationToken cancellation) => Task.FromResult(_open.GetValueOrDefault(account)?.Store.Health);

    public Task<AccountTrial?> TestAsync(AccountId account, CancellationToken cancellation) => throw new NotSupportedException("there is no server to sign in to");

    public Task ForgetAsync(AccountId account, CancellationToken cancellation) => Task.CompletedTask;

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private async Task<(OpenAccount Open, Mailbox Mailbox)?> FindAsync(MessageKey key, CancellationToken cancellation) =>
        _open.TryGetValue(key.Account, out var open) && await open.Directory.FindAsync(open.Store, key.Mailbox, cancellation) is { } mailbox ? (open, mailbox) : null;

    private async Task<(OpenAccount Open, Mailbox Mailbox)> RequiredAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) =>
        _open.TryGetValue(account, out var open) && await open.Directory.FindAsync(open.Store, mailbox, cancellation) is { } found ? (open, found) : throw new MailFault(MailFaultKind.NotFound);
}
