using Pannier.Demo;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

/// <summary>The demo provider with accounts enough for a contract's tests.</summary>
public class DemoServer : IStoreServer, IAsyncLifetime
{
    private const string Password = "correct horse ✓ battery";
    private readonly TempDirectory _directory = new();
    private readonly string[] _withheld;
    private DemoProvider? _demo;
    private string _authority = "";
    private int _next;

    public DemoServer() : this([])
    {
    }

    protected DemoServer(params string[] withheld) => _withheld = withheld;

    private DemoProvider Demo => _demo ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var accounts = Enumerable.Range(0, 80).Select(number => new DemoAccount($"user{number}@demo.example", Password));
        _demo = await DemoProvider.StartAsync(new DemoOptions { Accounts = [.. accounts], Withheld = _withheld }, TimeProvider.System, CancellationToken.None);
        _authority = _directory.File("demo.pem");
        await File.WriteAllTextAsync(_authority, _demo.CertificateAuthorityPem);
    }

    public string NewUser() => $"user{Interlocked.Increment(ref _next) - 1}@demo.example";

    public IMailStore Open(string user) => ImapStores.Open(Demo.ImapTlsPort, user, Password, ConnectionSecurity.Tls, _authority, new ImapOptions { PollEvery = TimeSpan.FromSeconds(1) });

    public Task MakeMailboxAsync(string user, string modifiedUtf7Name) => MakeRawAsync(user, modifiedUtf7Name);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Demo.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>By hand: no client library would send such a name.</summary>
    private async Task MakeRawAsync(string user, string name)
    {
        using var client = new System.Net.Sockets.TcpClient("127.0.0.1", Demo.ImapPort);
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        using var reader = new StreamReader(client.GetStream());
        await reader.ReadLineAsync();
        var secret = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0{user}\0{Password}"));
        await writer.WriteLineAsync("A1 AUTHENTICATE PLAIN " + secret);
        await UntilAsync(reader, "A1 OK");
        await writer.WriteLineAsync($"A2 CREATE \"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        await UntilAsync(reader, "A2 OK");
    }

    private static async Task UntilAsync(StreamReader reader, string expected)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(expected, StringComparison.Ordinal)) return;
            if (line.StartsWith(expected[..2], StringComparison.Ordinal)) throw new InvalidOperationException(line);
        }
    }
}
