using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pannier.Tests.Support;

/// <summary>A web server on loopback that answers by path and keeps every request it heard.</summary>
internal sealed class PictureHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, byte[]?> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _running;

    public PictureHost()
    {
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://localhost:{Port}";

    /// <summary>The head of each request, as it came.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public IReadOnlyList<string> Paths => [.. Requests.Select(request => request.Split(' ')[1])];

    /// <summary>Answers a path with a picture, or with anything that claims to be one.</summary>
    public PictureHost Has(string path, byte[] body, string type = "image/png", string more = "") =>
        Says(path, [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{more}\r\n"), .. body]);

    public PictureHost Redirects(string path, string to) => Says(path, Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"));

    /// <summary>Never answers this path.</summary>
    public PictureHost IsSilentAt(string path)
    {
        _answers[path] = null;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    private PictureHost Says(string path, byte[] answer)
    {
        _answers[path] = answer;
        return this;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        try
        {
            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(one, _stop.Token) == 0) return;
                head.Append((char)one[0]);
            }

            Requests.Enqueue(head.ToString());
            var answer = _answers.GetValueOrDefault(head.ToString().Split(' ')[1], "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            if (answer is null) await Task.Delay(Timeout.Infinite, _stop.Token);
            else await stream.WriteAsync(answer, _stop.Token);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
        }
    }
}
