using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Crypto;
using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts.Keeping;

/// <summary>The mirror is kept every few seconds; a bug ends nothing, gone keys end it, and leaving keeps once more.</summary>
public sealed class KeepTests
{
    private static readonly AccountId Account = AccountId.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_writes_by_the_clock_goes_on_after_a_bug_and_once_more_at_leaving()
    {
        var clock = new FakeTimeProvider();
        using var log = new TestLog();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(log));
        using var mirror = new PersonMirror();
        await using var shelf = new MoodyShelf();
        var keep = await Keep.BeginAsync(new MirrorKeeper(mirror, shelf, NullLogger<MirrorKeeper>.Instance), clock, logs.CreateLogger<Keep>(), Cancellation);
        await keep.ReadAsync(Account, Cancellation);

        shelf.Mood = new InvalidOperationException("planted");
        await ChangeAsync(mirror, 1);
        await TurnAsync(clock, () => log.Lines.Count > 0);
        Assert.Contains("1402", log.Lines[0], StringComparison.Ordinal);

        shelf.Mood = null;
        await TurnAsync(clock, () => shelf.Commits > 1);
        var before = shelf.Commits;
        await ChangeAsync(mirror, 2);
        await keep.LeaveAsync(Cancellation);
        Assert.True(shelf.Commits > before);
        await keep.DisposeAsync();
        await keep.DisposeAsync();
    }

    [Fact]
    public async Task It_ends_when_the_keys_are_gone_and_forgets_what_is_removed()
    {
        var clock = new FakeTimeProvider();
        using var mirror = new PersonMirror();
        await using var shelf = new MoodyShelf();
        var keep = await Keep.BeginAsync(new MirrorKeeper(mirror, shelf, NullLogger<MirrorKeeper>.Instance), clock, NullLogger<Keep>.Instance, Cancellation);
        await keep.ReadAsync(Account, Cancellation);
        await keep.ForgetAsync(Account, Cancellation);
        await keep.ReadAsync(Account, Cancellation);

        shelf.Mood = new VaultLocked();
        await ChangeAsync(mirror, 1);
        await TurnAsync(clock, () => shelf.Refused > 0);
        shelf.Mood = null;
        await keep.DisposeAsync(); // it has ended by itself
    }

    private static Task ChangeAsync(PersonMirror mirror, uint uid) =>
        mirror.ApplyAsync(Account, new MailboxDelta(new MailboxId(5), new SyncPoint(7, uid + 1, (int)uid, null, new Uid(1))) { Added = [new FetchedMessage(new MessageRow(new Uid(uid), Letter.Day(1), 1, Keywords.None, Envelope.Empty, AttachmentMark.No, null), default)] }, Cancellation);

    private static async Task TurnAsync(FakeTimeProvider clock, Func<bool> isSo)
    {
        for (; !isSo(); await Task.Delay(5, Cancellation)) clock.Advance(TimeSpan.FromSeconds(5));
    }

    private sealed class MoodyShelf : IMirrorShelf
    {
        private readonly MemoryShelf _inner = new();

        public Exception? Mood { get; set; }

        public int Refused { get; private set; }

        public int Commits => _inner.Commits;

        public Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPlace place, CancellationToken cancellation) => _inner.ReadAsync(place, cancellation);

        public Task<bool> CommitAsync(IReadOnlyList<KeptWrite> writes, CancellationToken cancellation)
        {
            if (Mood is null) return _inner.CommitAsync(writes, cancellation);
            Refused++;
            return Task.FromException<bool>(Mood);
        }

        public Task ForgetAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) => _inner.ForgetAsync(account, mailbox, cancellation);

        public Task ForgetAsync(AccountId account, CancellationToken cancellation) => _inner.ForgetAsync(account, cancellation);

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
