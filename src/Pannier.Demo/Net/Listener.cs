using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Pannier.Demo.Net;

/// <summary>Takes connections on 127.0.0.1 and runs a session for each; one that fails ends alone.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Func<Wire, CancellationToken, Task> serve;
    private readonly ConcurrentDictionary<Wire, Task> open = new();
    private readonly CancellationTokenSource stop;
    private readonly Task accepting;

    public Listener(int port, Func<Wire, CancellationToken, Task> serve, CancellationToken cancellation)
    {
        this.serve = serve;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void DropAll()
    {
        foreach (var wire in open.Keys)
            wire.Drop();
    }

    /// <summary>Stops, ends every connection, and throws what a session ended by, if it was a bug.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        DropAll();
        await accepting;
        listener.Dispose();
        stop.Dispose();
        await Task.WhenAll(open.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                socket.NoDelay = true;
                var wire = new Wire(socket);
                var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                open[wire] = RunAsync(wire, started.Task);
                started.SetResult();
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task RunAsync(Wire wire, Task registered)
    {
        await registered;
        var ended = false;
        try
        {
            await serve(wire, stop.Token);
            ended = true;
        }
        catch (Exception away) when (away is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
        {
            // The peer went away, or we did.
            ended = true;
        }
        finally
        {
            // A session that ended by a bug of ours stays here, for DisposeAsync to throw what it threw.
            if (ended)
                open.TryRemove(wire, out _);
            wire.Dispose();
        }
    }
}
