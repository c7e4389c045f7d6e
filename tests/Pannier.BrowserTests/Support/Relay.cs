using System.Net;
using System.Net.Sockets;

namespace Pannier.BrowserTests.Support;

/// <summary>A line to a server on loopback that can be cut and mended: while cut, whoever calls is hung up on.</summary>
public sealed class Relay : IDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private volatile bool _isCut;

    public Relay()
    {
        _door.Start();
        _ = AnswerAsync();
    }

    public int Port => ((IPEndPoint)_door.LocalEndpoint).Port;

    /// <summary>Where it leads; calls before it is set are hung up on.</summary>
    public int To { get; set; }

    public void Cut() => _isCut = true;

    public void Mend() => _isCut = false;

    public void Dispose()
    {
        _end.Cancel();
        _door.Dispose();
        _end.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _door.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // the walk is over
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using (caller)
        {
            if (_isCut || To == 0) return;
            try
            {
                using var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, To);
                await Task.WhenAny(caller.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(caller.GetStream()));
            }
            catch (Exception gone) when (gone is IOException or SocketException)
            {
                // one side hung up, as sides do
            }
        }
    }
}
