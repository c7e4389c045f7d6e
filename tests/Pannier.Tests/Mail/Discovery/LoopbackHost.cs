using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Pannier.Tests.Mail.Discovery;

/// <summary>
/// Servers on their usual ports, on a loopback address of this process's own. Each answers once by a line of ours: a greeting,
/// a conversation with STARTTLS, or a web page.
/// </summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TcpListener> _listeners = [];
    private readonly List<Task> _running = [];

    public IPAddress Address { get; } = new([127, (byte)(64 + (Environment.ProcessId >> 16 & 63)), (byte)(Environment.ProcessId >> 8), (byte)Environment.ProcessId]);

    public List<string> Asked { get; } = [];

    /// <summary>TLS at once, then the greeting.</summary>
    public void Greet(int port, X509Certificate2 certificate, string greeting) => Listen(port, async stream =>
    {
        await using var secure = await SecureAsync(stream, certificate);
        await SendAsync(secure, greeting);
        await ReadLineAsync(secure);
    });

    /// <summary>Answers to each line in turn, then TLS.</summary>
    public void StartTls(int port, X509Certificate2 certificate, params string[] answers) => Listen(port, async stream =>
    {
        await SendAsync(stream, answers[0]);
        foreach (var answer in answers[1..])
        {
            await ReadLineAsync(stream);
            await SendAsync(stream, answer);
        }

        await using var secure = await SecureAsync(stream, certificate);
        await ReadLineAsync(secure);
    });

    /// <summary>Accepts and says nothing.</summary>
    public void Silence(int port) => Listen(port, async stream => await ReadLineAsync(stream));

    /// <summary>A web server; the answer is by the certificate's host, or 404.</summary>
    public void Serve(X509Certificate2 certificate, Func<string, string?> page) => Listen(443, async stream =>
    {
        await using var secure = await SecureAsync(stream, certificate);
        var request = await ReadLineAsync(secure);
        var host = "";
        while (await ReadLineAsync(secure) is { Length: > 0 } header)
            if (header.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase)) host = header[6..];
        var url = host + request.Split(' ')[1];
        lock (Asked) Asked.Add(url);
        var body = page(url);
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        await SendAsync(secure, $"HTTP/1.1 {(body is null ? "404 Not Found" : "200 OK")}\r\nContent-Type: text/xml\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n");
        await secure.WriteAsync(bytes, _stop.Token);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var listener in _listeners) listener.Dispose();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private void Listen(int port, Func<Stream, Task> serve)
    {
        var listener = new TcpListener(Address, port);
        listener.Start();
        _listeners.Add(listener);
        _running.Add(AcceptAsync(listener, serve));
    }

    private async Task AcceptAsync(TcpListener listener, Func<Stream, Task> serve)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await serve(client.GetStream());
                }
                catch (Exception e) when (e is IOException or AuthenticationException)
                {
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task<SslStream> SecureAsync(Stream stream, X509Certificate2 certificate)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _stop.Token);
        return secure;
    }

    private async Task SendAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), _stop.Token);

    private async Task<string> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) > 0 && one[0] != '\n') line.Append((char)one[0]);
        return line.ToString().TrimEnd('\r');
    }
}
