using System.Net;
using System.Net.Sockets;

namespace Pannier.BrowserTests.Support;

/// <summary>Stands for every host that senders name here (<c>.example</c>, <c>.invalid</c>: RFC 2606), and counts whoever calls. It says nothing to anybody: being called is what is told.</summary>
internal sealed class Sink : IDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private int _calls;

    public Sink()
    {
        _door.Start();
        _ = CountAsync();
    }

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Makes Chromium call here by those names. Its maker's own hosts, which it greets by itself, are not found.</summary>
    public string ResolverRules => $"--host-resolver-rules=MAP *.example 127.0.0.1:{Port}, MAP *.invalid 127.0.0.1:{Port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

    private int Port => ((IPEndPoint)_door.LocalEndpoint).Port;

    public void Dispose() => _door.Dispose();

    private async Task CountAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _door.AcceptTcpClientAsync();
                Interlocked.Increment(ref _calls);
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // the walk is over
        }
    }
}
