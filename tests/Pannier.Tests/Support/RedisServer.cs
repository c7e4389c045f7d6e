using System.Diagnostics;
using System.Net.Sockets;

namespace Pannier.Tests.Support;

/// <summary>Debian's Valkey, or Redis where it has none, on a free loopback port; it wants a password and writes no file.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    public const string Password = "the store's own";
    private static readonly string[] Programs = ["/usr/bin/valkey-server", "/usr/bin/redis-server"];
    private Process _process;

    private readonly string[] _listens;

    public RedisServer()
    {
        _listens = ["--port", $"{Port}"];
        _process = Begin();
    }

    /// <summary>One that speaks TLS alone.</summary>
    /// <param name="certificate">Its own, with the key, in one PEM file.</param>
    public RedisServer(string certificate)
    {
        _listens = ["--port", "0", "--tls-port", $"{Port}", "--tls-cert-file", certificate, "--tls-key-file", certificate, "--tls-ca-cert-file", certificate, "--tls-auth-clients", "no"];
        _process = Begin();
    }

    public int Port { get; } = FreePort.Next();

    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Settings of a site that keeps its sessions here.</summary>
    public (string Key, string Value)[] Settings => [("Session:RedisAddress", Address), ("Session:RedisPassword", Password)];

    /// <summary>Ends it as a power cut would.</summary>
    public async Task StopAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again, empty.</summary>
    public void Start()
    {
        _process.Dispose();
        _process = Begin();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private Process Begin()
    {
        var program = Array.Find(Programs, File.Exists) ?? throw new InvalidOperationException("These tests talk to a real store. Install it: apt-get install redis-server, or valkey-server");
        var process = Process.Start(new ProcessStartInfo(program, [.. _listens, "--bind", "127.0.0.1", "127.0.0.2", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction", "--requirepass", Password]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { }; // or it would wait for a reader
        process.BeginOutputReadLine();
        for (var since = Stopwatch.GetTimestamp(); !Answers(); Thread.Sleep(20))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(30)) throw new InvalidOperationException($"{program} does not answer.");
        }

        return process;
    }

    private bool Answers()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
