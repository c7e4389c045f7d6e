using System.Text;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Tests.Support;

/// <summary>A person's mail in memory: one account, a mailbox for each role, messages as bytes.</summary>
internal sealed class FakeMail(FakeSubmission submission) : IMyMail
{
    private readonly List<Mailbox> _mailboxes = [.. new[] { MailboxRole.Inbox, MailboxRole.Drafts, MailboxRole.Sent }.Select(role => Box(role))];
    private readonly Dictionary<MessageKey, FakeMessage> _messages = [];
    private uint _lastUid;

    public MyAccount Account { get; set; } = new(
        new AccountId(1), "Work", "ada@example.org", new("imap.example.org", 993, ConnectionSecurity.Tls, "ada"), new("smtp.example.org", 465, ConnectionSecurity.Tls, "ada"),
        AccountColour.Moss, 0, InCombinedViews.Shown, SentCopies.Pannier);

    /// <summary>What appending to a mailbox of this role ends in; none for success.</summary>
    public Dictionary<MailboxRole, MailFaultKind> AppendFaults { get; } = [];

    /// <summary>Whether the server tells the uid of what is appended (UIDPLUS).</summary>
    public bool TellsUid { get; set; } = true;

    public IReadOnlyList<FakeMessage> In(MailboxRole role) => [.. _messages.Values.Where(message => message.Role == role)];

    public void Without(MailboxRole role) => _mailboxes.RemoveAll(mailbox => mailbox.Role == role);

    /// <summary>Puts a message into a mailbox.</summary>
    public MessageKey Deliver(MailboxRole role, string message, Keywords keywords = Keywords.None)
    {
        var mailbox = _mailboxes.Single(one => one.Role == role);
        var key = new MessageKey(Account.Id, mailbox.Id, 7, new Uid(++_lastUid));
        _messages[key] = new FakeMessage(key, role, Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")), keywords);
        return key;
    }

    public Task<IReadOnlyList<MyAccount>> AccountsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<MyAccount>>([Account]);

    public Task<IReadOnlyList<Mailbox>> MailboxesAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Mailbox>>([.. _mailboxes]);

    public async Task<IReadOnlyList<Mailbox>?> KnownMailboxesAsync(AccountId account, CancellationToken cancellation) => await MailboxesAsync(account, cancellation);

    public Task<IReadOnlyList<Mailbox>> RefreshMailboxesAsync(AccountId account, CancellationToken cancellation) => MailboxesAsync(account, cancellation);

    public Task<Page> ListAsync(Query query, PagePlace place, int limit, CancellationToken cancellation) =>
        Task.FromResult(new Page([.. In(MailboxRole.Sent).Select(message => new Row(message.Key, message.Head().Row))], null, In(MailboxRole.Sent).Count, []));

    public Task<IReadOnlyList<Row>> ConversationAsync(MessageKey key, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Row>>([]);

    public Task<IReadOnlyList<MessageKey>> MeantAsync(Query query, IReadOnlyList<MessageKey> rows, CancellationToken cancellation) => Task.FromResult(rows);

    public Task<IReadOnlyList<MailboxReadIn>> ReadInAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<MailboxReadIn>>([]);

    public IReadOnlyList<ActTrouble> Troubles { get; set; } = [];

    public void ForgetTroubles() => Troubles = [];

    public Task<int> WaitingAsync(AccountId account, CancellationToken cancellation) => Task.FromResult(0);

    public Task SearchServersAsync(Query query, SearchWait wait, CancellationToken cancellation) => Task.CompletedTask;

    public Task StopSearchAsync(Query query, CancellationToken cancellation) => Task.CompletedTask;

    public Task<int> CountAsync(Query query, CancellationToken cancellation) => Task.FromResult(In(MailboxRole.Sent).Count);

    public Task<Neighbours> NeighboursAsync(Query query, MessageKey key, CancellationToken cancellation) => Task.FromResult(new Neighbours(null, null));

    public Task<IReadOnlyList<ActResult>> ActAsync(MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ActResult>>([.. keys.Select(key => Act(action, key))]);

    public Task<OpenedMessage?> OpenAsync(MessageKey key, CancellationToken cancellation) =>
        Task.FromResult(_messages.TryGetValue(key, out var message) ? new OpenedMessage(key, _mailboxes.Single(one => one.Id == key.Mailbox), message.Head()) : null);

    public async Task<CopyExtent> CopyPartAsync(MessageKey key, BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        await to.WriteAsync(_messages[key].Part(part.Section), cancellation);
        return CopyExtent.Whole;
    }

    public async Task CopySourceAsync(MessageKey key, Stream to, CancellationToken cancellation) => await to.WriteAsync(_messages[key].Bytes, cancellation);

    public async Task<MessageKey?> AppendAsync(AccountId account, MailboxId mailbox, Stream message, Keywords keywords, CancellationToken cancellation)
    {
        var role = _mailboxes.Single(one => one.Id == mailbox).Role;
        if (AppendFaults.TryGetValue(role, out var kind)) throw new MailFault(kind);
        using var copy = new MemoryStream();
        await message.CopyToAsync(copy, cancellation);
        var key = Deliver(role, Encoding.UTF8.GetString(copy.ToArray()), keywords);
        return TellsUid ? key : null;
    }

    public Task<IReadOnlyList<MessageKey>> FindAsync(AccountId account, MailboxId mailbox, SearchTerms terms, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<MessageKey>>([.. _messages.Values.Where(one => one.Key.Mailbox == mailbox && one.Head().Row.Envelope.MessageId == terms.MessageId).Select(one => one.Key).OrderByDescending(key => key.Uid)]);

    public Task CreateMailboxAsync(AccountId account, MailboxName name, CancellationToken cancellation)
    {
        _mailboxes.Add(Box(Enum.TryParse<MailboxRole>(name.Value, out var role) ? role : MailboxRole.None, name.Value));
        return Task.CompletedTask;
    }

    public Task RenameMailboxAsync(AccountId account, MailboxId mailbox, MailboxName to, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteMailboxAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ChooseRoleAsync(AccountId account, MailboxId mailbox, MailboxRole? role, CancellationToken cancellation) => Task.CompletedTask;

    public Task<ISubmission?> SubmissionAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<ISubmission?>(account == Account.Id ? submission : null);

    public UndoId? LastUndo => null;

    public Task<IReadOnlyList<ActResult>?> UndoAsync(UndoId undo, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ActResult>?>(null);

    public Task<Filling?> FillingAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<Filling?>(null);

    public Task<StoreHealth?> HealthAsync(AccountId account, CancellationToken cancellation) => Task.FromResult<StoreHealth?>(null);

    public Task<AccountTrial?> TestAsync(AccountId account, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ForgetAsync(AccountId account, CancellationToken cancellation) => throw new NotSupportedException();

    private static Mailbox Box(MailboxRole role, string? name = null) =>
        new(new AccountId(1), MailboxId.New(), new MailboxName(name ?? (role == MailboxRole.Inbox ? "INBOX" : role.ToString()), '/'), role, Selectable: true, Subscribed: true, null);

    private ActResult Act(MailAction action, MessageKey key)
    {
        if (!_messages.TryGetValue(key, out var message)) return new ActResult(key, ActFailure.Gone, null, null);
        if (action is MailAction.Destroy) _messages.Remove(key);
        else if (action is MailAction.Mark mark) _messages[key] = message with { Keywords = (message.Keywords | mark.Add) & ~mark.Remove };
        else throw new NotSupportedException();
        return new ActResult(key, null, null, null);
    }
}
