using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pannier.BrowserTests.Support;

/// <summary>The product as <c>make run</c> starts it: its own process, its own port, its own data, read by what it prints.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>What the demo says of its own accounts at its start, on purpose.</summary>
    private static readonly string[] Announced = ["address: ", "user: ", "password: ", "recovery key: ", "mail: "];

    private readonly List<string> _printed = [];
    private readonly string _data = Directory.CreateTempSubdirectory("pannier-browser-").FullName;
    private readonly (string Name, string Value)[] _options;
    private Process? _process;

    public DemoSite()
        : this([])
    {
    }

    private DemoSite((string Name, string Value)[] options) => _options = options;

    public string Address { get; private set; } = "";

    /// <summary>Words of walks that are part of somebody's sign-in name here, which is readable in the database.</summary>
    public IReadOnlyList<string> Readable { get; init; } = [];

    /// <summary>A second way to the demo's SMTP server, which a walk can cut.</summary>
    public Relay Smtp { get; } = new();

    public string User { get; private set; } = "";

    public string Password { get; private set; } = "";

    public string RecoveryKey { get; private set; } = "";

    /// <summary>The demo accounts: address and password, two of them added already.</summary>
    public IReadOnlyList<(string Address, string Password, int Imap, int Smtp)> Mail { get; private set; } = [];

    /// <summary>A site of these options, as in <c>("Browser:SealCache", "true")</c>.</summary>
    public static DemoSite With(params (string Name, string Value)[] options) => new(options);

    /// <summary>One whose people sign in by their mail address.</summary>
    public static DemoSite NamedByAddress(params (string Name, string Value)[] options) => new(options) { Readable = ["saltmarsh-society", "northwind-labs", "ada.lindqvist"] };

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "demo"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = FreePort().ToString();
        start.Environment["PANNIER_DATA"] = _data;
        start.Environment["PANNIER_OPTION_Session__StayFor"] = "30.00:00:00";
        start.Environment["PANNIER_OPTION_Egress__Mail__Allow__relay"] = $"127.0.0.1:{Smtp.Port}";
        foreach (var (name, value) in _options) start.Environment["PANNIER_OPTION_" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        var limit = Stopwatch.StartNew();
        while (Printed("mail: ").Count < 3)
        {
            if (_process.HasExited || limit.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException("the demo did not start:\n" + string.Join('\n', Printed("")));
            await Task.Delay(100);
        }

        Address = Printed("address: ")[0];
        User = Printed("user: ")[0];
        Password = Printed("password: ")[0];
        RecoveryKey = Printed("recovery key: ")[0];
        Mail = [.. Printed("mail: ").Select(line => line.Split(' ', '=', ':')).Select(word => (word[0], word[1], int.Parse(word[4]), int.Parse(word[7])))];
        Smtp.To = Mail[0].Smtp;
    }

    public async ValueTask DisposeAsync()
    {
        Smtp.Dispose();
        if (_process is null) return;
        try
        {
            Assert.Empty(Left());
        }
        finally
        {
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString()]); // Ctrl-C's SIGINT is not heard by what a script started in the background
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await _process.WaitForExitAsync(limit.Token);
            _process.Dispose();
        }

        Assert.Empty(Left());
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>What the whole run left in database, write-ahead log, other files and the program's log that is nobody's but the person's.</summary>
    private IReadOnlyList<string> Left()
    {
        Assert.NotEmpty(Canaries.In(_data, [], [User])); // sign-in names are readable: the search does find what is there
        return Canaries.In(_data, Printed("").Where(line => !Announced.Any(start => line.StartsWith(start, StringComparison.Ordinal))), [Password, RecoveryKey, .. Mail.Select(mail => mail.Password)], [.. Readable]);
    }

    /// <summary>Runs another command of the program on the same data, and returns what it printed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["PANNIER_DATA"] = _data;
        start.Environment["PANNIER_OPTION_Site__PublicOrigins__0"] = Address;
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return printed.Trim();
    }

    /// <summary>What the program logged of bugs; a walk that leaves any has failed.</summary>
    public IReadOnlyList<string> Bugs() => [.. Printed("").Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.Contains(" broke", StringComparison.Ordinal))];

    private static string Program => Path.Combine(RepositoryRoot.Path, "src/Pannier/bin/Debug/net10.0/pannier.dll");

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_printed) _printed.Add(line);
    }

    private List<string> Printed(string start)
    {
        lock (_printed) return [.. _printed.Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..])];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
