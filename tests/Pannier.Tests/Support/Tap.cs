using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pannier.Tests.Support;

/// <summary>Stands before a server on loopback and keeps every octet a client sends it, as it comes over the line.</summary>
internal sealed class Tap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly MemoryStream _sent = new();
    private readonly ConcurrentBag<Task> _lines = [];
    private readonly Task _running;

    public Tap(int server)
    {
        _listener.Start();
        _running = AcceptAsync(server);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All that was sent so far.</summary>
    public byte[] Sent
    {
        get
        {
            lock (_gate) return _sent.ToArray();
        }
    }

    /// <summary>Waits until both sides of every connection so far have closed: nothing is under way then.</summary>
    public Task ClosedAsync() => Task.WhenAll(_lines);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running;
        await Task.WhenAll(_lines);
        _stop.Dispose();
        await _sent.DisposeAsync();
    }

    private async Task AcceptAsync(int server)
    {
        try
        {
            while (true) _lines.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token), server));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task PassAsync(TcpClient client, int server)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server, _stop.Token);
            var back = far.GetStream().CopyToAsync(near.GetStream(), _stop.Token);
            var buffer = new byte[4096];
            while (await near.GetStream().ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                lock (_gate) _sent.Write(buffer, 0, read);
                await far.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }

            far.Client.Shutdown(SocketShutdown.Send);
            await back;
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
        }
    }
}
