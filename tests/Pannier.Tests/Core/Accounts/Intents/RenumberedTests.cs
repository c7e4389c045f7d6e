using Pannier.Core.Accounts.Intents;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Tests.Core.Accounts.Intents;

/// <summary>An intent of a mailbox numbered anew waits until its messages are found again, or all of the mailbox is read.</summary>
public sealed class RenumberedTests : IDisposable
{
    private static readonly AccountId Account = new(1);
    private static readonly MailboxId Box = new(2);
    private readonly PersonMirror _mirror = new();
    private readonly Intent _intent = new(IntentId.New(), Account, Box, 7, [new Uid(4), new Uid(9)], new MailAction.Destroy(), DateTimeOffset.UnixEpoch);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _mirror.Dispose();

    [Fact]
    public async Task It_goes_on_under_its_numbers_while_nothing_else_is_known()
    {
        Assert.IsType<Renumbered.No>(Renumbered.Of(_intent, _mirror));
        await StandAsync(7, new Uid(1));
        Assert.IsType<Renumbered.No>(Renumbered.Of(_intent, _mirror));
    }

    [Fact]
    public async Task It_waits_for_what_is_not_found_until_all_is_read()
    {
        await StandAsync(8, new Uid(50));
        _mirror.Forwards.Add(_intent.Keys[0], new MessageKey(Account, Box, 8, new Uid(60)));
        var waiting = Assert.IsType<Renumbered.NotYet>(Renumbered.Of(_intent, _mirror));
        Assert.Equal([_intent.Keys[0]], waiting.SoFar.Now.Keys);

        await StandAsync(8, new Uid(1));
        var known = Assert.IsType<Renumbered.Yes>(Renumbered.Of(_intent, _mirror));
        Assert.Equal((8u, new Uid(60)), (known.UidValidity, known.Now[_intent.Keys[0]].Uid));

        var open = new OpenIntent(_intent);
        open.Renumber(known);
        Assert.Equal((8u, 60u), (open.Intent.UidValidity, Assert.Single(open.Intent.Uids).Value));
        var told = open.AsMeant([new ActResult(open.Intent.Keys[0], null, null, null)]);
        Assert.Equal([(_intent.Keys[1], ActFailure.Gone), (_intent.Keys[0], null)], told.Select(result => (result.Key, result.Failure)));
    }

    [Fact]
    public async Task It_does_not_wait_once_all_are_found()
    {
        await StandAsync(8, new Uid(50));
        for (var i = 0u; i < 2; i++) _mirror.Forwards.Add(_intent.Keys[(int)i], new MessageKey(Account, Box, 8, new Uid(60 + i)));

        Assert.IsType<Renumbered.Yes>(Renumbered.Of(_intent, _mirror));
    }

    private Task StandAsync(uint validity, Uid heldFrom) => _mirror.ApplyAsync(Account, new MailboxDelta(Box, new SyncPoint(validity, 100, 2, null, heldFrom)), Cancellation);
}
