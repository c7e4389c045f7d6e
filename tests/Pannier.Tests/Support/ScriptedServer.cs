using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Pannier.Tests.Support;

/// <summary>
/// Plays a transcript on a loopback socket, one for each connection in turn. Lines begin with <c>S: </c> (sent, with CRLF),
/// <c>S&amp; </c> (sent without CRLF), <c>C: </c> (must be what the client sends after its tag; <c>*</c> at the end matches any rest),
/// <c>TLS</c>, <c>CLOSE</c>, or <c>END</c> (closes after an empty line was heard). In sent lines <c>$</c> stands for the last tag, <c>\r</c> and <c>\n</c> for themselves.
/// After its last line it reads on in silence until LOGOUT.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string[] _scripts;
    private readonly X509Certificate2? _certificate;
    private readonly bool _tlsAtOnce;
    private readonly Task _running;
    private readonly ConcurrentBag<Task> _sessions = [];
    private bool _disposed;

    public ScriptedServer(params string[] scripts) : this(null, tlsAtOnce: false, scripts)
    {
    }

    public ScriptedServer(X509Certificate2? certificate, bool tlsAtOnce, params string[] scripts)
    {
        (_scripts, _certificate, _tlsAtOnce) = (scripts, certificate, tlsAtOnce);
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    /// <summary>What went against a script; empty when all was as written.</summary>
    public ConcurrentQueue<string> Surprises { get; } = [];

    /// <summary>Every line clients sent.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var script = _scripts[Math.Min(Connections++, _scripts.Length - 1)];
                _sessions.Add(ServeAsync(client, script));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, string script)
    {
        using var _ = client;
        Stream stream = client.GetStream();
        try
        {
            if (_tlsAtOnce) stream = await SecureAsync(stream);
            var tag = "";
            foreach (var line in script.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
            {
                if (line.StartsWith("S: ", StringComparison.Ordinal)) await SendAsync(stream, line[3..] + @"\r\n", tag);
                else if (line.StartsWith("S& ", StringComparison.Ordinal)) await SendAsync(stream, line[3..], tag);
                else if (line == "TLS") stream = await SecureAsync(stream);
                else if (line == "CLOSE") return;
                else if (line == "END")
                {
                    while (await ReadLineAsync(stream) is { Length: > 0 } head) Heard.Enqueue(head);
                    return;
                }
                else if (line.StartsWith("C: ", StringComparison.Ordinal)) tag = await HearAsync(stream, line[3..], tag);
                else Surprises.Enqueue("unreadable script line: " + line);
            }

            while (await ReadLineAsync(stream) is { } more && !more.EndsWith(" LOGOUT", StringComparison.Ordinal)) Heard.Enqueue(more);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(_certificate!, null, offline: true) }, _stop.Token);
        return secure;
    }

    private async Task SendAsync(Stream stream, string text, string tag)
    {
        text = text.Replace("$", tag).Replace(@"\r", "\r").Replace(@"\n", "\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), _stop.Token);
    }

    /// <summary>Returns the tag, or the one before when the line is a continuation (<c>~</c> first in the script).</summary>
    private async Task<string> HearAsync(Stream stream, string expected, string tag)
    {
        var heard = await ReadLineAsync(stream) ?? "(closed)";
        Heard.Enqueue(heard);
        var body = heard;
        if (!expected.StartsWith('~') && heard.Split(' ', 2) is [var first, var rest]) (tag, body) = (first, rest);
        expected = expected.TrimStart('~');
        var matches = expected.EndsWith('*') ? body.StartsWith(expected[..^1], StringComparison.Ordinal) : body == expected;
        if (!matches) Surprises.Enqueue($"expected \"{expected}\", heard \"{heard}\"");
        return tag;
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) > 0)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
