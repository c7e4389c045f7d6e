using System.Text;
using Pannier.Demo;
using Pannier.Demo.Imap;
using Pannier.Demo.Net;
using Pannier.Mail.Net;

namespace Pannier.Tests.Simulation;

/// <summary>
/// A line in memory to a session of the demo provider. What the client writes waits until the schedule lets it through; the
/// server then works on it and answers before anything else happens, all on the one thread.
/// </summary>
internal sealed class WireLine : WireStream
{
    private readonly WireServer _server;
    private readonly SimScheduler _scheduler;
    private readonly WirePipe _up = new(int.MaxValue);
    private readonly WirePipe _down;
    private readonly MemoryStream _asked = new();
    private readonly MemoryStream _said = new();
    private Task _session = Task.CompletedTask;

    public WireLine(WireServer server, DemoContext context, SimScheduler scheduler)
    {
        (_server, _scheduler, _down) = (server, scheduler, new WirePipe(server.MostAtOnce));
        SimScheduler.Free(() => _session = ServeAsync(context));
        _down.Put(Said());
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _scheduler.Stay();
        return _down.ReadAsync(buffer, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _scheduler.Stay();
        if (_down.IsClosed) return ValueTask.FromException(new IOException("The line is gone."));
        if (_asked.Length == 0) _scheduler.Held.Add(Answer);
        _asked.Write(buffer.Span);
        return default;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The client hangs up; what it wrote before may still get there.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _asked.Length == 0) HangUp();
        if (disposing) _down.Close();
        base.Dispose(disposing);
    }

    private void Answer()
    {
        var asked = _asked.ToArray();
        _asked.SetLength(0);
        if (_session.IsCompleted) return;
        switch (_server.Fate())
        {
            case WireFate.Lost:
                HangUp();
                break;
            case WireFate.Refused:
                _down.Put(Encoding.ASCII.GetBytes($"{Encoding.ASCII.GetString(asked).Split(' ')[0]} NO [UNAVAILABLE] Not just now\r\n"));
                break;
            case WireFate.Silent:
                break;
            case WireFate.Unheard:
                _up.Put(asked);
                HangUp();
                break;
            case WireFate.Cut:
                _up.Put(asked);
                var said = Said();
                _down.Put(said.AsSpan(0, _server.Cut(said.Length)));
                HangUp();
                break;
            default:
                _up.Put(asked);
                _down.Put(Said());
                break;
        }

        if (_session.IsCompleted || _down.IsClosed) HangUp(); // either side left
    }

    private void HangUp()
    {
        _up.Close();
        _down.Close();
        if (_session.IsFaulted && _session.Exception.InnerException is not IOException) _scheduler.Broke(_session.Exception);
    }

    private byte[] Said()
    {
        var said = _said.ToArray();
        _said.SetLength(0);
        return said;
    }

    private async Task ServeAsync(DemoContext context)
    {
        using var wire = new Wire(new ServerEnd(this), () => _up.Close());
        await using var session = new ImapSession(wire, context);
        await session.RunAsync(CancellationToken.None);
    }

    private sealed class ServerEnd(WireLine line) : WireStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => line._up.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            line._said.Write(buffer.Span);
            return default;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
