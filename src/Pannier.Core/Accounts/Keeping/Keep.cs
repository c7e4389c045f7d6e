using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Pannier.Core.Crypto;
using Pannier.Mail;
using Pannier.Mail.Mirror.Keeping;

namespace Pannier.Core.Accounts.Keeping;

/// <summary>Keeps a person's mirror every few seconds while they are here, and once more when they leave.</summary>
internal sealed class Keep : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly MirrorKeeper _keeper;
    private readonly TimeProvider _clock;
    private readonly ILogger<Keep> _log;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private int _disposed;

    private Keep(MirrorKeeper keeper, TimeProvider clock, ILogger<Keep> log)
    {
        (_keeper, _clock, _log) = (keeper, clock, log);
        _running = RunAsync();
    }

    public static async Task<Keep> BeginAsync(MirrorKeeper keeper, TimeProvider clock, ILogger<Keep> log, CancellationToken cancellation)
    {
        await keeper.BeginAsync(cancellation);
        return new Keep(keeper, clock, log);
    }

    public Task ReadAsync(AccountId account, CancellationToken cancellation) => _keeper.ReadAsync(account, cancellation);

    public Task ForgetAsync(AccountId account, CancellationToken cancellation) => _keeper.ForgetAsync(account, cancellation);

    /// <returns>Whether all is kept now.</returns>
    public Task<bool> TryWriteAsync(CancellationToken cancellation) => _keeper.WriteAsync(cancellation);

    public async Task LeaveAsync(CancellationToken limit)
    {
        await _end.CancelAsync();
        await _running;
        await _keeper.WriteAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _end.CancelAsync();
        await _running;
        await _keeper.DisposeAsync();
        _end.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The border of work that nobody waits for: what cannot be kept is read in again.")]
    private async Task RunAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, _clock, _end.Token);
                await _keeper.WriteAsync(_end.Token);
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (VaultLocked)
            {
                return; // they left
            }
            catch (Exception bug) when (!_end.IsCancellationRequested)
            {
                Log.Broke(_log, bug);
            }
        }
    }
}
