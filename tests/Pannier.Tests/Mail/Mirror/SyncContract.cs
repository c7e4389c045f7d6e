using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>What the mirror of an account promises, whatever its server can do: in the end it is what the server has.</summary>
public abstract class SyncContract : IAsyncLifetime
{
    private static readonly MailboxName Inbox = new("INBOX", '/');
    private readonly IMailStore _store;
    private readonly IMailStore _other;
    private readonly MailboxDirectory _directory;
    private readonly PersonMirror _mirror = new();
    private readonly SyncTurns _turns = new(1);
    private readonly AccountId _account = AccountId.New();
    private readonly AccountSync _sync;

    protected SyncContract(IStoreServer server)
    {
        var user = server.NewUser();
        (_store, _other) = (server.Open(user), server.Open(user));
        _directory = new MailboxDirectory(_account, [], (_, _) => Task.CompletedTask);
        _sync = new AccountSync(_account, _mirror, _store, _directory, _turns, TimeProvider.System, NullLogger.Instance);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _sync.DisposeAsync();
        await _store.DisposeAsync();
        await _other.DisposeAsync();
        _mirror.Dispose();
        _turns.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_newest_page_is_there_first_and_the_rest_follows()
    {
        for (var i = 0; i < 70; i++) await FileAsync(Inbox, $"letter {i}", Letter.Day(i));
        Assert.True(await _turns.TakeAsync(new TaskCompletionSource().Task, Cancellation)); // the rest is read in turns, and this one is ours
        _sync.Start(_ => Task.CompletedTask);

        await UntilAsync(() => Held() > 0);
        Assert.Equal(SyncPieces.Usual.First, Held());
        _turns.GiveBack();
        await SameAsync();
        var image = _mirror.Current.Accounts[_account].Images.Values.Single(one => one.Count > 0);
        Assert.Equal("letter 69", image.Read(image.Newest(0)).Envelope.Subject);
        Assert.All(Enumerable.Range(0, image.Count), row => Assert.True(image.HasPreview(row)));
    }

    [Fact]
    public async Task What_another_client_does_to_the_inbox_is_heard()
    {
        var seen = await FileAsync(Inbox, "to be read", Letter.Day(1));
        _sync.Start(_ => Task.CompletedTask);
        await SameAsync();

        await _other.Use(async c => await c.StoreAsync(await RefAsync(c, Inbox), [seen], Keywords.Seen, Keywords.None, Cancellation));
        await UntilAsync(() => Only().Unseen == 0);
        await FileAsync(Inbox, "a new one", Letter.Day(2));
        await UntilAsync(() => Only().Count == 2);
        await _other.Use(async c => await c.DestroyAsync(await RefAsync(c, Inbox), [seen], Cancellation));
        await UntilAsync(() => Only().Count == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_another_client_does_meanwhile_it_ends_the_same(int seed)
    {
        for (var i = 0; i < 60; i++) await FileAsync(Inbox, $"old {i}", Letter.Day(i));
        _sync.Start(_ => Task.CompletedTask);
        var random = new Random(seed);
        var names = new List<MailboxName> { Inbox };
        for (var step = 0; step < 40; step++)
        {
            try
            {
                await DoAsync(random, names, step);
            }
            catch (MailFault fault) when (fault.Kind == MailFaultKind.UidValidityChanged)
            {
                // some servers give a new mailbox its number at the first SELECT, and another one to STATUS before
            }

            if (random.Next(4) == 0) _sync.LookNow();
            if (random.Next(4) == 0) await Task.Delay(random.Next(20), Cancellation);
        }

        await SameAsync();
    }

    private async Task DoAsync(Random random, List<MailboxName> names, int step)
    {
        var name = names[random.Next(names.Count)];
        await _other.Use(async c =>
        {
            var mailbox = await RefAsync(c, name);
            var uids = (await c.IndexAsync(mailbox, new Uid(1), Cancellation)).Select(entry => entry.Uid).Where(_ => random.Next(8) == 0).ToList();
            switch (random.Next(7))
            {
                case 0 or 1:
                    await FileOnAsync(c, name, $"new {step}", Letter.Day(random.Next(100)));
                    break;
                case 2:
                    if (uids.Count > 0) await c.StoreAsync(mailbox, uids, Keywords.Seen, Keywords.Flagged, Cancellation);
                    break;
                case 3:
                    if (uids.Count > 0) await c.StoreAsync(mailbox, uids, Keywords.Flagged, Keywords.Seen, Cancellation);
                    break;
                case 4:
                    if (uids.Count > 0) await c.DestroyAsync(mailbox, uids, Cancellation);
                    break;
                case 5:
                    if (uids.Count > 0 && names.Count > 1) await c.MoveAsync(mailbox, uids, names[random.Next(names.Count)], Cancellation);
                    break;
                default:
                    var made = new MailboxName($"box{step}", '/');
                    await c.CreateMailboxAsync(made, Cancellation);
                    names.Add(made);
                    break;
            }
        });
    }

    /// <summary>Ends once the mirror is what another client sees of the account.</summary>
    private async Task SameAsync()
    {
        var (wanted, held) = (new List<string>(), new List<string>());
        for (var i = 0; i < 200; i++)
        {
            _sync.LookNow();
            await Task.Delay(50, Cancellation);
            try
            {
                (wanted, held) = (await ServerAsync(), Mirrored());
            }
            catch (MailFault fault) when (fault.Kind == MailFaultKind.UidValidityChanged)
            {
                continue; // a new mailbox that got its number only now
            }

            if (_mirror.Current.Accounts.GetValueOrDefault(_account)?.Stage == SyncStage.Current && wanted.SequenceEqual(held)) break;
        }

        Assert.Equal(wanted, held);
        Assert.Equal(SyncStage.Current, _mirror.Current.Accounts[_account].Stage);
    }

    private List<string> Mirrored()
    {
        if (!_mirror.Current.Accounts.TryGetValue(_account, out var account)) return []; // sync has not begun yet
        return
        [
            .. account.Mailboxes.Where(mailbox => mailbox.Selectable).OrderBy(mailbox => mailbox.Name.Value, StringComparer.Ordinal)
                .SelectMany(mailbox => account.Images.GetValueOrDefault(mailbox.Id) is { } image ? Enumerable.Range(0, image.Count).Select(row => Line(mailbox.Name, image.Point.UidValidity, image.Read(row))) : []),
        ];
    }

    private async Task<List<string>> ServerAsync() => await _other.Use(async c =>
    {
        var all = new List<string>();
        foreach (var mailbox in (await c.ListMailboxesAsync(Cancellation)).Where(mailbox => mailbox.Selectable).OrderBy(mailbox => mailbox.Name.Value, StringComparer.Ordinal))
        {
            var reference = await RefAsync(c, mailbox.Name);
            var uids = (await c.IndexAsync(reference, new Uid(1), Cancellation)).Select(entry => entry.Uid).ToList();
            all.AddRange((await c.RowsAsync(reference, uids, Previews.Leave, Cancellation)).Select(row => Line(mailbox.Name, reference.UidValidity, row)));
        }

        return all;
    });

    private static string Line(MailboxName mailbox, uint validity, MessageRow row) => $"{mailbox.Value} {validity} {row.Uid} {row.ReceivedAt:O} {row.Size} {row.Keywords} {row.Attachment} {row.Envelope.Subject}";

    private MailboxImage Only() => _mirror.Current.Accounts[_account].Images.Values.MaxBy(image => image.Point.UidNext) ?? MailboxImage.Empty(_account, default);

    private int Held() => _mirror.Current.Accounts.GetValueOrDefault(_account)?.Images.Values.Sum(image => image.Count) ?? 0;

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 400 && !holds(); i++) await Task.Delay(25, Cancellation);
        Assert.True(holds());
    }

    private Task<Uid> FileAsync(MailboxName mailbox, string subject, DateTimeOffset at) => _other.Use(c => FileOnAsync(c, mailbox, subject, at));

    private static async Task<Uid> FileOnAsync(IMailConnection connection, MailboxName mailbox, string subject, DateTimeOffset at)
    {
        var filed = await connection.AppendAsync(mailbox, new MemoryStream(Letter.Plain(subject)), Keywords.None, at, Cancellation);
        return filed.Uid ?? (await connection.IndexAsync(await RefAsync(connection, mailbox), new Uid(1), Cancellation))[^1].Uid;
    }

    private static async Task<MailboxRef> RefAsync(IMailConnection connection, MailboxName name) => new(name, (await connection.SelectAsync(name, Cancellation)).UidValidity);
}
