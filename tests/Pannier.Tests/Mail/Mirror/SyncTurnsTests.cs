using Pannier.Mail.Mirror.Sync;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>Turns are taken one by one, and given up for something better.</summary>
public sealed class SyncTurnsTests : IDisposable
{
    private readonly SyncTurns _turns = new(1);
    private readonly TaskCompletionSource _asked = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _turns.Dispose();

    [Fact]
    public async Task A_turn_is_waited_for_and_passed_on()
    {
        Assert.True(await TakeAsync(_asked.Task));
        var second = TakeAsync(_asked.Task);
        Assert.False(second.IsCompleted);

        _turns.GiveBack();

        Assert.True(await second);
    }

    [Fact]
    public async Task Who_waits_goes_when_there_is_something_better_to_do_and_takes_no_turn_along()
    {
        Assert.True(await TakeAsync(new TaskCompletionSource().Task));
        var second = TakeAsync(_asked.Task);

        _asked.SetResult();
        Assert.False(await second);

        _turns.GiveBack();
        Assert.True(await TakeAsync(new TaskCompletionSource().Task));
    }

    private Task<bool> TakeAsync(Task unless) => _turns.TakeAsync(unless, Cancellation);
}
