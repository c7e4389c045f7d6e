using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Accounts;
using Pannier.Core.Accounts.Intents;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Accounts.Memory;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts.Memory;

/// <summary>Above the budget those rest who are away, then copies go, then nothing older is read in; nothing is lost by any of it.</summary>
public sealed class GuardMemoryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly MirrorsHere _mirrors = new();
    private readonly SyncTurns _turns = new(1);
    private readonly TestLog _log = new();
    private PersonHere _here = null!;

    private Person Person => _here.Visit.Required.Person;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _here = await PersonHere.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        _turns.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Who_is_away_rests_when_memory_is_short_and_is_read_back()
    {
        var mail = await OpenAsync(5_000);
        Assert.True(mail.Bytes > 1_000_000);

        await Guard().CheckAsync();
        Assert.Same(mail, Assert.Single(_mirrors.All).Mail); // only just here

        _clock.Advance(TimeSpan.FromMinutes(11));
        await Guard().CheckAsync();
        Assert.Empty(_mirrors.All);
        Assert.NotSame(mail, Attach());
    }

    [Fact]
    public async Task Who_has_a_page_open_stays_and_nothing_older_is_read_in()
    {
        var mail = await OpenAsync(5_000);
        using var open = mail.Watch();
        _clock.Advance(TimeSpan.FromHours(1));

        await Guard().CheckAsync();

        Assert.Same(mail, Assert.Single(_mirrors.All).Mail);
        Assert.True(mail.IsHeld);
        Assert.Contains("1421", Assert.Single(_log.Lines), StringComparison.Ordinal);
        var asked = new TaskCompletionSource();
        var turn = _turns.TakeAsync(asked.Task, Cancellation);
        Assert.False(turn.IsCompleted);
        asked.SetResult();
        Assert.False(await turn); // whoever asks for something goes first

        var waiting = _turns.TakeAsync(new TaskCompletionSource().Task, Cancellation);
        await Guard(1_000).CheckAsync();
        Assert.False(mail.IsHeld);
        Assert.True(await waiting);
        _turns.GiveBack();
    }

    [Fact]
    public async Task Copies_for_searching_go_before_anybody_waits()
    {
        var mail = await OpenAsync(3_050);
        Assert.True(await _turns.TakeAsync(new TaskCompletionSource().Task, Cancellation)); // nothing more is read in while this looks
        var bare = mail.Bytes;
        foreach (var image in mail.Mirror.Current.Accounts.Values.Single().Told.Values)
            foreach (var block in image.Blocks) _ = (block.Searchable, block.SortKeys(Pannier.Mail.Lists.SortBy.Subject).Length);
        var used = mail.Bytes;
        Assert.InRange(used, 1_000_001, long.MaxValue);
        Assert.InRange(bare, 0, 1_000_000);

        await Guard().CheckAsync();

        Assert.InRange(mail.Bytes, bare, 1_000_000);
        Assert.False(mail.IsHeld);
        _turns.GiveBack();
    }

    [Fact]
    public async Task Who_has_something_to_be_told_does_not_rest()
    {
        var mail = await OpenAsync(5_000);
        mail.Troubles.Add(new ActTrouble(new Pannier.Mail.Lists.MailAction.Destroy(), default, default, 1, Pannier.Mail.Lists.ActFailure.Gone, null));
        _clock.Advance(TimeSpan.FromMinutes(11));

        await Guard().CheckAsync();

        Assert.Single(_mirrors.All);
    }

    [Fact]
    public async Task It_looks_by_the_clock_and_a_bug_ends_nothing()
    {
        var mail = await OpenAsync(5_000);
        var options = new MoodyOptions();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(_log));
        var clock = new AwaitedClock(_clock.GetUtcNow());
        using var guard = new GuardMemory(_mirrors, _turns, options, clock, logs.CreateLogger<GuardMemory>());
        await guard.StartAsync(Cancellation);
        await clock.MoreThanAsync(0, Cancellation);

        // One look each: ten minutes of them, and the person would be taken for gone.
        clock.Advance(TimeSpan.FromSeconds(5));
        while (!_log.Lines.Any(line => line.Contains("1422", StringComparison.Ordinal))) await Task.Delay(10, Cancellation);
        options.IsSound = true;
        clock.Advance(TimeSpan.FromSeconds(5));
        while (!mail.IsHeld) await Task.Delay(10, Cancellation);
        await guard.StopAsync(Cancellation);
    }

    private sealed class MoodyOptions : IOptions<MirrorOptions>
    {
        public bool IsSound { get; set; }

        public MirrorOptions Value => IsSound ? new MirrorOptions { Megabytes = 1 } : throw new InvalidOperationException("planted");
    }

    private GuardMemory Guard(int megabytes = 1)
    {
        var logs = LoggerFactory.Create(builder => builder.AddProvider(_log));
        return new GuardMemory(_mirrors, _turns, Options.Create(new MirrorOptions { Megabytes = megabytes }), _clock, logs.CreateLogger<GuardMemory>());
    }

    private PersonMail Attach()
    {
        var shelves = new MirrorShelves(_here.Site.Directory, NullLoggerFactory.Instance);
        var keyring = _here.Visit.Required.Keyring;
        var stores = new PersonStores(() => shelves.Open(keyring), new Pannier.Core.Records.RecordsOf<KeptIntent>(_here.Site.Database, () => keyring));
        return Person.Attach(() => _mirrors.Add(Person, new PersonMail(_turns, stores, _mirrors, _clock, NullLoggerFactory.Instance)));
    }

    private async Task<PersonMail> OpenAsync(int messages)
    {
        var account = await _here.AddAsync("ann");
        var server = new FakeServer();
        server.Make("INBOX", MailboxRole.Inbox);
        for (var i = 0; i < messages; i++) server.Find("INBOX").Add(Letter.Plain($"letter {i} {new string('x', 150)}", id: $"{i}@x"), Letter.Day(i));
        _here.Stores.Servers[account.Imap.UserName] = server;
        var mail = Attach();
        await mail.OpenAsync(account, _ => Task.FromResult(new PersonAccount(account, _here.Stores.Store(account.Imap, new Pannier.Mail.LoginProof.Password(Pannier.Mail.Secret.Of("x"))), new Pannier.Mail.Lists.MailboxDirectory(account.Id, [], (_, _) => Task.CompletedTask), new Lazy<ISubmission>(() => throw new NotSupportedException()))), Cancellation);
        while (mail.Mirror.Current.Accounts.Values.Single() is not { Stage: SyncStage.Current, Told: { Count: 1 } told } || told.Values.Any(image => image.Count < messages)) await Task.Delay(10, Cancellation);
        return mail;
    }
}
