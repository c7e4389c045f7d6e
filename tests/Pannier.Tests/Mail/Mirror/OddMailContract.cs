using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;
using Pannier.Mail.Reading;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>Messages of which a server tells more than is taken in one string cost neither their mailbox nor their account. A subclass names the server.</summary>
public abstract class OddMailContract(IStoreServer server)
{
    private const int Ordinary = 60;
    private static readonly MailboxName Inbox = new("INBOX", '/');

    private static readonly string[] Odd =
    [
        $"Subject: {string.Concat(Enumerable.Repeat("=?utf-8?q?a?= ", 2000))}\nMessage-ID: <words@x>\n\nodd text\n",
        $"Subject: long id\nMessage-ID: <{new string('i', 100_000)}@x>\n\nodd text\n",
        $"Subject: long name\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nodd text\n--b\nContent-Type: application/pdf; name=\"{new string('n', 10_000)}\"\n\npdf\n--b--\n",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_listed_and_opened_among_the_others()
    {
        await using var store = server.Open(server.NewUser());
        var uids = await FileAsync(store, times: 3);
        var inbox = new MailboxRef(Inbox, (await store.Use(c => c.SelectAsync(Inbox, Cancellation))).UidValidity);

        foreach (var previews in (Previews[])[Previews.Headers, Previews.Read, Previews.Leave])
        {
            var rows = await store.Use(c => c.RowsAsync(inbox, uids, previews, Cancellation));
            Assert.Equal(uids, rows.Select(row => row.Uid));
            Assert.All(rows, row => Assert.InRange(row.Envelope.Subject.Length, 1, 28_001));
        }

        foreach (var uid in uids)
        {
            var head = await store.Use(c => c.OpenAsync(inbox, uid, Cancellation));
            var text = BodyPlan.Of(head.Structure).Blocks[0].Plain ?? throw new InvalidOperationException("no text");
            using var octets = new MemoryStream();
            await store.Use(c => c.CopyPartAsync(inbox, uid, text, octets, 1000, Cancellation));
            Assert.Contains("text", DecodedText.Of(octets.ToArray(), text.Charset).Text, StringComparison.Ordinal);
        }

        Assert.Empty(store.Health.PastFaults);
    }

    [Fact]
    public async Task Others_lose_nothing_by_them()
    {
        await using var store = server.Open(server.NewUser());
        var uids = await FileAsync(store, times: 1);
        var inbox = new MailboxRef(Inbox, (await store.Use(c => c.SelectAsync(Inbox, Cancellation))).UidValidity);

        var rows = await store.Use(c => c.RowsAsync(inbox, uids, Previews.Read, Cancellation));

        var ordinary = rows.Where(row => row.Envelope.Subject.StartsWith("letter", StringComparison.Ordinal)).ToList();
        Assert.Equal(Ordinary, ordinary.Count);
        Assert.All(ordinary, row => Assert.Equal((AttachmentMark.No, "ordinary text"), (row.Attachment, row.Preview)));
    }

    [Fact]
    public async Task Their_account_is_synced_whole()
    {
        await using var store = server.Open(server.NewUser());
        var uids = await FileAsync(store, times: 2);
        var account = AccountId.New();
        using var mirror = new PersonMirror();
        using var turns = new SyncTurns(1);
        await using var sync = new AccountSync(account, mirror, store, new MailboxDirectory(account, [], (_, _) => Task.CompletedTask), turns, TimeProvider.System, NullLogger.Instance);
        sync.Start(_ => Task.CompletedTask);

        for (var i = 0; i < 600 && !IsWhole(); i++) await Task.Delay(25, Cancellation);

        Assert.Equal((SyncStage.Current, uids.Count), (mirror.Current.Accounts[account].Stage, Held().Sum(image => image.Count)));
        Assert.All(Held(), image => Assert.All(Enumerable.Range(0, image.Count), row => Assert.True(image.HasPreview(row) && image.AttachmentAt(row) != AttachmentMark.Unknown)));

        IEnumerable<MailboxImage> Held() => mirror.Current.Accounts.GetValueOrDefault(account)?.Images.Values ?? [];

        bool IsWhole() => mirror.Current.Accounts.GetValueOrDefault(account) is { Stage: SyncStage.Current } && Held().Sum(image => image.Count) == uids.Count && Held().All(image => Enumerable.Range(0, image.Count).All(row => image.HasPreview(row) && image.AttachmentAt(row) != AttachmentMark.Unknown));
    }

    /// <summary>Ordinary messages, and so many times the odd ones between.</summary>
    private static Task<List<Uid>> FileAsync(IMailStore store, int times) => store.Use(async c =>
    {
        var uids = new List<Uid>();
        for (var i = 0; i < Ordinary; i++)
        {
            uids.Add(Assert.NotNull((await c.AppendAsync(Inbox, new MemoryStream(Letter.Plain($"letter {i}", "ordinary text")), Keywords.None, Letter.Day(i), Cancellation)).Uid));
            if (i % 7 == 3 && i / 7 < times * Odd.Length)
                uids.Add(Assert.NotNull((await c.AppendAsync(Inbox, new MemoryStream(Letter.Octets("From: odd@example.org\n" + Odd[i / 7 % Odd.Length])), Keywords.None, Letter.Day(i), Cancellation)).Uid));
        }

        return uids;
    });
}
