using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Pannier.Bench;

/// <summary>Stands between product and Dovecot: TLS towards the product, clear text towards Dovecot, so that it sees what is said and when.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<int, TcpClient> _clients = [];
    private readonly ConcurrentQueue<Said> _said = [];
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _certificate;
    private readonly int _to;
    private readonly Task _accepting;
    private int _connections;
    private string? _withheld;

    /// <param name="to">Dovecot's port for clear text.</param>
    public Relay(X509Certificate2 certificate, int to)
    {
        (_certificate, _to) = (certificate, to);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>What was said since the last <see cref="Forget"/>, in order.</summary>
    public IReadOnlyList<Said> All => [.. _said];

    public void Forget() => _said.Clear();

    /// <summary>Takes a capability out of all the server says from now on, and ends the connections that know of it.</summary>
    public void Withhold(string capability)
    {
        _withheld = capability;
        foreach (var client in _clients.Values) client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        foreach (var client in _clients.Values) client.Dispose();
        await _accepting;
        _end.Dispose();
        _certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                var number = Interlocked.Increment(ref _connections);
                _clients[number] = client;
                _ = Task.Run(() => ServeAsync(number, client));
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // All is over.
        }
    }

    private async Task ServeAsync(int number, TcpClient client)
    {
        try
        {
            using var server = new TcpClient { NoDelay = true };
            client.NoDelay = true;
            await using var product = new SslStream(client.GetStream());
            await product.AuthenticateAsServerAsync(_certificate);
            await server.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
            await Task.WhenAny(PassAsync(number, Way.Up, product, server.GetStream()), PassAsync(number, Way.Down, server.GetStream(), product));
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side left.
        }
        finally
        {
            client.Dispose();
            _clients.TryRemove(number, out _);
        }
    }

    private async Task PassAsync(int number, Way way, Stream from, Stream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var octets)
        {
            var text = Encoding.Latin1.GetString(buffer, 0, way == Way.Up ? Math.Min(octets, 200) : octets);
            if (way == Way.Down && _withheld is { } withheld && text.Contains(withheld, StringComparison.Ordinal))
                Encoding.Latin1.GetBytes(text.Replace(withheld, new string('X', withheld.Length), StringComparison.Ordinal)).CopyTo(buffer, 0);
            _said.Enqueue(Said.Now(number, way, octets, way == Way.Up ? text.Trim() : Existing(text)));
            await to.WriteAsync(buffer.AsMemory(0, octets), _end.Token);
            await to.FlushAsync(_end.Token);
        }
    }

    /// <summary>Of all a server says, only how many messages exist is remembered.</summary>
    private static string Existing(string text)
    {
        var end = text.LastIndexOf(" EXISTS\r\n", StringComparison.Ordinal);
        return end < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"* {text[..end].Split(' ')[^1]} EXISTS");
    }
}
