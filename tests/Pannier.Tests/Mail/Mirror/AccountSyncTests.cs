using Microsoft.Extensions.Time.Testing;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>What a sync does when its server is not well.</summary>
public sealed class AccountSyncTests : IAsyncLifetime
{
    private readonly FakeServer _server = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly TestLog _log = new();
    private readonly PersonMirror _mirror = new();
    private readonly SyncTurns _turns = new(1);
    private readonly AccountId _account = AccountId.New();
    private MailboxDirectory _directory = null!;
    private FakeStore _store = null!;
    private AccountSync _sync = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AccountImage Image => _mirror.Current.Accounts[_account];

    public ValueTask InitializeAsync()
    {
        _server.Make("INBOX", MailboxRole.Inbox).Add("first", Letter.Day(1));
        _store = new FakeStore(_server) { Health = new StoreHealth(1, 1, null, null, null) }; // a ceiling of one: the INBOX is looked at now and then
        _directory = new MailboxDirectory(_account, [], (_, _) => Task.CompletedTask);
        _sync = new AccountSync(_account, _mirror, _store, _directory, _turns, _clock, _log);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _sync.DisposeAsync();
        await _store.DisposeAsync();
        _mirror.Dispose();
        _turns.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_server_that_fails_is_told_of_what_is_held_stays_and_it_goes_on_after_a_pause()
    {
        await StartAsync();
        _server.Before = _ => throw new MailFault(MailFaultKind.Dropped);
        _sync.LookNow();
        await UntilAsync(() => Image.Stage == SyncStage.Failing);
        Assert.Equal((MailFaultKind.Dropped, 1), (Image.Fault!.Kind, Count("INBOX")));

        _server.Before = _ => { };
        _server.Find("INBOX").Add("second", Letter.Day(2));
        await UntilAsync(() => Count("INBOX") == 2 && Image is { Stage: SyncStage.Current, Fault: null }, advance: TimeSpan.FromSeconds(5));
        Assert.Contains(_log.Lines, line => line.Contains("Dropped", StringComparison.Ordinal));
        Assert.Contains(_log.Lines, line => line.Contains("goes on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bug_with_one_account_is_logged_and_tried_again_a_minute_later()
    {
        await StartAsync();
        _server.Before = _ => throw new InvalidOperationException("planted");
        _sync.LookNow();
        await UntilAsync(() => Image.Stage == SyncStage.Failing);
        Assert.Contains(_log.Lines, line => line.StartsWith("Error 2303", StringComparison.Ordinal) && line.Contains("planted", StringComparison.Ordinal));

        _server.Before = _ => { };
        await UntilAsync(() => Image.Stage == SyncStage.Current, advance: TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task A_mailbox_that_refuses_stops_no_other_and_its_reason_is_kept()
    {
        _server.Make("Shut").Add("unseen", Letter.Day(1));
        _server.Before = act => { if (act.Contains("Shut", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused, "not for you"); };

        await StartAsync();

        Assert.Equal((1, 0), (Count("INBOX"), Count("Shut")));
        Assert.Equal(MailFaultKind.Refused, _sync.ClosedBy(Id("Shut"))?.Kind);
        Assert.Null(_sync.ClosedBy(Id("INBOX")));
        _server.Before = _ => { };
        await UntilAsync(() => Count("Shut") == 1 && _sync.ClosedBy(Id("Shut")) is null, advance: TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_mailbox_that_costs_the_line_keeps_no_other_from_being_read()
    {
        _server.Make("Papers").Add("paper", Letter.Day(1));
        _server.Before = act => { if (act.Contains("INBOX", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Dropped); };

        _sync.Start(_ => Task.CompletedTask);

        await UntilAsync(() => _directory.Listed is not null && Count("Papers") == 1, advance: TimeSpan.FromSeconds(5));
        Assert.Equal(0, Count("INBOX"));
        _server.Before = _ => { };
        await UntilAsync(() => Count("INBOX") == 1 && Image is { Stage: SyncStage.Current, Fault: null }, advance: TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_mailbox_whose_older_mail_is_refused_is_not_asked_for_it_without_a_pause()
    {
        for (var i = 0; i < 60; i++) _server.Find("INBOX").Add($"letter {i}", Letter.Day(2));
        _server.Before = act => { if (act.StartsWith("rows INBOX 11", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused); };

        _sync.Start(_ => Task.CompletedTask);
        await UntilAsync(() => _directory.Listed is not null && Count("INBOX") == 50);
        await Task.Delay(100, Cancellation);

        Assert.InRange(_server.Acts.Count(act => act.StartsWith("rows INBOX 11", StringComparison.Ordinal)), 1, 3);
        _server.Before = _ => { };
        await UntilAsync(() => Count("INBOX") == 61, advance: TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_listing_that_fails_is_due_again()
    {
        await StartAsync();
        _server.Make("Papers").Add("paper", Letter.Day(1));
        var failed = false;
        _server.Before = act =>
        {
            if (failed || act != "list") return;
            failed = true;
            throw new MailFault(MailFaultKind.Dropped);
        };

        _sync.LookNow();

        await UntilAsync(() => failed && Image.Stage == SyncStage.Failing);
        _clock.Advance(TimeSpan.FromSeconds(5)); // far less than to the next listing
        await UntilAsync(() => Image.Mailboxes.Count == 2 && Count("Papers") == 1);
    }

    [Fact]
    public async Task A_mailbox_made_anew_is_read_anew_and_one_deleted_goes()
    {
        _server.Make("Papers").Add("paper", Letter.Day(1));
        await StartAsync();
        var before = Image.Images[Id("INBOX")].Point.UidValidity;

        _server.Renumber("INBOX");
        _server.Find("INBOX").Add("second", Letter.Day(2));
        _server.Remove("Papers");
        _sync.LookNow();

        await UntilAsync(() => Count("INBOX") == 2 && Image.Mailboxes.Count == 1 && Image.Images.Count == 1);
        Assert.NotEqual(before, Image.Images[Id("INBOX")].Point.UidValidity);
    }

    [Fact]
    public async Task Messages_of_a_mailbox_numbered_anew_are_known_again()
    {
        var box = _server.Find("INBOX");
        for (var i = 0; i < 700; i++) box.Add(Letter.Plain($"letter {i}", id: $"letter-{i}@x"), Letter.Day(i));
        box.Add(Letter.Plain("twin", id: "twin@x"), Letter.Day(3));
        box.Add(Letter.Plain("twin", id: "twin@x"), Letter.Day(3));
        await StartAsync();
        var before = Image.Images[Id("INBOX")];
        var keys = Enumerable.Range(0, before.Count).Select(before.KeyAt).ToList();

        box.Messages.TryRemove(keys[10].Uid.Value, out _); // so that numbers shift
        _server.Renumber("INBOX");
        _sync.LookNow();
        await UntilAsync(() => Image.Images[Id("INBOX")] is { Point.Complete: true } image && image.Point.UidValidity == _server.Find("INBOX").UidValidity);

        var now = Image.Images[Id("INBOX")];
        var found = 0;
        foreach (var key in keys)
        {
            var subject = before.Read(before.Find(key.Uid)).Envelope.Subject;
            var place = _mirror.Forwards.Follow(key);
            if (place == key) continue;
            Assert.Equal(subject, now.Read(now.Find(place.Uid)).Envelope.Subject);
            found++;
        }

        Assert.Equal(699, found); // neither the one that is gone, nor those that cannot be told apart, nor the one without a Message-ID
        Assert.DoesNotContain("twin", keys.Where(key => _mirror.Forwards.Follow(key) != key).Select(key => before.Read(before.Find(key.Uid)).Envelope.Subject));
    }

    [Fact]
    public async Task Without_a_line_to_spare_the_inbox_is_looked_at_now_and_then()
    {
        await StartAsync();
        _server.Find("INBOX").Add("second", Letter.Day(2));

        await UntilAsync(() => Count("INBOX") == 2, advance: TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Other_mailboxes_are_compared_once_a_minute()
    {
        _server.Make("Papers");
        await StartAsync();
        _server.Find("Papers").Add("paper", Letter.Day(1));

        await UntilAsync(() => Count("Papers") == 1, advance: TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Previews_of_rows_that_are_shown_come_first()
    {
        for (var i = 0; i < 700; i++) _server.Find("INBOX").Add($"letter {i}", Letter.Day(2));
        await StartAsync();
        var image = Image.Images[Id("INBOX")];
        var oldest = image.Newest(image.Count - 1);
        Assert.False(image.HasPreview(oldest));

        _sync.Preview(Id("INBOX"), [image.UidAt(oldest)]);

        await UntilAsync(() => Image.Images[Id("INBOX")].HasPreview(oldest));
        Assert.Equal("Hello there.", Image.Images[Id("INBOX")].Read(oldest).Preview);
    }

    [Fact]
    public async Task A_mailbox_made_anew_while_it_is_read_in_is_begun_again()
    {
        for (var i = 0; i < 600; i++) _server.Find("INBOX").Add($"letter {i}", Letter.Day(2));
        var renumbered = false;
        _server.Before = act =>
        {
            if (renumbered || !act.StartsWith("rows INBOX 200", StringComparison.Ordinal)) return;
            renumbered = true;
            _server.Renumber("INBOX");
        };

        await StartAsync();

        Assert.True(renumbered);
        Assert.Equal((601, _server.Find("INBOX").UidValidity), (Count("INBOX"), Image.Images[Id("INBOX")].Point.UidValidity));
    }

    private async Task StartAsync()
    {
        _sync.Start(_ => Task.CompletedTask);
        await UntilAsync(() => _mirror.Current.Accounts.GetValueOrDefault(_account) is { Stage: SyncStage.Current });
    }

    private MailboxId Id(string name) => _directory.Listed!.Single(mailbox => mailbox.Name.Value == name).Id;

    private int Count(string name) => Image.Images.GetValueOrDefault(Id(name))?.Count ?? 0;

    private async Task UntilAsync(Func<bool> holds, TimeSpan advance = default)
    {
        for (var i = 0; i < 1_000 && !holds(); i++)
        {
            if (advance > TimeSpan.Zero && i % 5 == 4) _clock.Advance(advance);
            await Task.Delay(10, Cancellation);
        }

        Assert.True(holds());
    }
}
