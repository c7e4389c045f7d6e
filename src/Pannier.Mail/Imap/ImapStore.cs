using Microsoft.Extensions.Logging;
using Pannier.Mail.Net;

namespace Pannier.Mail.Imap;

/// <summary>
/// An account's messages over IMAP. Connections are kept warm and lent out one borrower at a time, under the ceiling the
/// <see cref="ConnectionGovernor"/> has learnt; after failures the account rests for a while and answers with its last fault
/// at once, so that it holds up nothing else.
/// </summary>
public sealed class ImapStore : IMailStore
{
    private static readonly TimeSpan TrustedQuiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);
    private readonly ImapLogin _login;
    private readonly ImapOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ImapSignIn _signIn;
    private readonly Lane _lane;
    private readonly Circuit _circuit;
    private readonly StoreLog _log;
    private readonly Lock _lock = new();
    private readonly List<ImapConnection> _idle = [];
    private readonly PeriodicTimer _sweep;
    private readonly Task _sweeping;
    private DateTimeOffset? _lastAnswer;
    private int _open;
    private bool _disposed;

    public ImapStore(ImapLogin login, Egress egress, ConnectionGovernor governor, ImapOptions options, TimeProvider time, ILogger<ImapStore> logger)
    {
        (_login, _options, _time, _logger) = (login, options, time, logger);
        _signIn = new ImapSignIn(egress, options, time);
        _lane = governor.LaneOf(login);
        _lane.Join(this);
        _circuit = new Circuit(time);
        _log = new StoreLog(time);
        _sweep = new PeriodicTimer(SweepEvery, time);
        _sweeping = SweepAsync();
    }

    public StoreHealth Health
    {
        get
        {
            var ceiling = _lane.Ceiling;
            lock (_lock) return _log.Tell(new StoreHealth(_open, ceiling, _lastAnswer, _circuit.Fault, _circuit.NotBefore));
        }
    }

    /// <summary>What pauses are drawn by; another only in tests that run again the same.</summary>
    internal Func<int, int> Chance
    {
        init => _circuit.Chance = value;
    }

    public void TryNow() => _circuit.TryNow();

    public async Task<T> UseAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
    {
        var since = _time.GetTimestamp();
        try
        {
            return await BorrowAsync(acts, cancellation);
        }
        finally
        {
            _log.Waited(_time.GetElapsedTime(since));
        }
    }

    private async Task<T> BorrowAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (await TakeIdleAsync(cancellation) is not { } pooled) return await RunAsync(await ConnectAsync(cancellation), acts, cancellation);
        try
        {
            return await RunAsync(pooled, acts, cancellation);
        }
        catch (MailFault fault) when (fault.Then == Then.Reconnect && pooled is { ChangeBegun: false, Answers: 0 })
        {
            Log.Replaced(_logger, _login.Server.Host);
        }

        return await RunAsync(await ConnectAsync(cancellation), acts, cancellation);
    }

    public async Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, CancellationToken cancellation)
    {
        using var needed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _lane.Watch(needed);
        try
        {
            return await BorrowAsync((connection, token) => connection.WatchAsync(mailbox, atMost, token), needed.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new HashSet<MailboxName>();
        }
        finally
        {
            _lane.Unwatch(needed);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
        }

        _sweep.Dispose();
        await _sweeping;
        _lane.Leave(this);
        while (await GiveUpIdleAsync())
        {
            // Those lent out are closed when they come back.
        }
    }

    /// <summary>Closes one idle connection, so that another person's store with the same login may open one.</summary>
    internal async Task<bool> GiveUpIdleAsync()
    {
        if (PopIdle() is not { } connection) return false;
        await CloseAsync(connection);
        return true;
    }

    private async Task<T> RunAsync<T>(ImapConnection connection, Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
    {
        connection.BeginUse();
        try
        {
            var result = await acts(connection, cancellation);
            _circuit.Succeeded();
            return result;
        }
        catch (MailFault fault) when (!ImapFaults.LeavesLineGood(fault.Kind))
        {
            if (fault.Kind == MailFaultKind.TimedOut)
            {
                Failed(fault);
            }
            else
            {
                _log.Failed(fault);
                _circuit.Note(fault);
            }

            throw;
        }
        finally
        {
            await GiveBackAsync(connection);
        }
    }

    private async Task<ImapConnection?> TakeIdleAsync(CancellationToken cancellation)
    {
        while (PopIdle() is { } connection)
        {
            if (await StandsAsync(connection, cancellation)) return connection;
            await CloseAsync(connection);
        }

        return null;
    }

    private async Task<bool> StandsAsync(ImapConnection connection, CancellationToken cancellation)
    {
        if (!connection.IsUsable) return false;
        if (_time.GetUtcNow() - connection.LastAnswer < TrustedQuiet) return true;
        try
        {
            await connection.PingAsync(PingLimit, cancellation);
            return true;
        }
        catch (MailFault)
        {
            Log.Replaced(_logger, _login.Server.Host);
            return false;
        }
        catch (OperationCanceledException)
        {
            await CloseAsync(connection);
            throw;
        }
    }

    private async Task<ImapConnection> ConnectAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_options.WaitLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        while (true)
        {
            _circuit.Check();
            if (await EnterAsync(both.Token, cancellation) is { } free) return free;
            try
            {
                var connection = await _signIn.ConnectAsync(_login, cancellation);
                lock (_lock) _open++;
                return connection;
            }
            catch (MailFault fault)
            {
                if (fault.Kind == MailFaultKind.TooManyConnections) _lane.Refused();
                _lane.Closed();
                if (fault.Kind == MailFaultKind.TooManyConnections && fault.BackOff is null && _lane.Open > 0) continue; // one of those comes free
                Failed(fault);
                throw;
            }
            catch (OperationCanceledException)
            {
                _lane.Closed();
                throw;
            }
        }
    }

    private async Task<ImapConnection?> EnterAsync(CancellationToken limited, CancellationToken cancellation)
    {
        try
        {
            return await _lane.EnterAsync(this, limited);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailFault(MailFaultKind.TooManyConnections);
        }
    }

    private void Failed(MailFault fault)
    {
        _log.Failed(fault);
        Log.Failed(_logger, _login.Server.Host, fault.Kind, _circuit.Failed(fault));
    }

    private async Task GiveBackAsync(ImapConnection connection)
    {
        if (connection.IsUsable) _log.Answered(connection.Features);
        lock (_lock)
            if (_lastAnswer is not { } last || connection.LastAnswer > last) _lastAnswer = connection.LastAnswer;

        if (!connection.IsUsable || !_lane.Offer(this, connection, () => Keep(connection))) await CloseAsync(connection);
    }

    private bool Keep(ImapConnection connection)
    {
        lock (_lock)
        {
            if (!_disposed) _idle.Add(connection);
            return !_disposed;
        }
    }

    private ImapConnection? PopIdle()
    {
        lock (_lock)
        {
            if (_idle.Count == 0) return null;
            var last = _idle[^1]; // the one most surely alive
            _idle.RemoveAt(_idle.Count - 1);
            return last;
        }
    }

    private async Task CloseAsync(ImapConnection connection)
    {
        await connection.DisposeAsync();
        lock (_lock) _open--;
        _lane.Closed();
    }

    private async Task SweepAsync()
    {
        while (await _sweep.WaitForNextTickAsync(CancellationToken.None))
        {
            List<ImapConnection> old;
            lock (_lock)
            {
                old = [.. _idle.Where(one => _time.GetUtcNow() - one.LastAnswer >= _options.IdleLimit)];
                _idle.RemoveAll(old.Contains);
            }

            foreach (var connection in old) await CloseAsync(connection);
        }
    }
}
