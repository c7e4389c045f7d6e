using System.Diagnostics;
using System.Globalization;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>A <see cref="SiteChild"/> seen from outside: started, asked, weighed, stopped.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    /// <summary>Before what the child answers.</summary>
    public const string Mark = "= ";

    private readonly TempDirectory _directory;
    private readonly TempDirectory? _own;
    private readonly Process _process;

    private SiteProcess(string authorityFile, IReadOnlyList<int> imapPorts, TempDirectory? directory)
    {
        _directory = directory ?? (_own = new TempDirectory());
        Directory.CreateDirectory(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ImapPort = imapPorts[0];
        _process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            ["site", Data, Port.ToString(CultureInfo.InvariantCulture), authorityFile, .. imapPorts.Select(port => port.ToString(CultureInfo.InvariantCulture))])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; } = FreePort.Next();

    public int ImapPort { get; }

    /// <summary>From the process's start to the first page answered.</summary>
    public TimeSpan StartUp { get; private set; }

    public Process Process => _process;

    private string Data => _directory.File("data");

    public static Task<SiteProcess> StartAsync(Provider provider) => StartAsync(provider.AuthorityFile, [provider.TlsPort]);

    /// <param name="imapPorts">Of the servers the product may speak to.</param>
    /// <param name="directory">Of an earlier start, or one that is to outlive this; null for one of its own.</param>
    public static async Task<SiteProcess> StartAsync(string authorityFile, IReadOnlyList<int> imapPorts, TempDirectory? directory = null)
    {
        var since = Stopwatch.GetTimestamp();
        var site = new SiteProcess(authorityFile, imapPorts, directory);
        using var visitor = new Visitor(site.Port, "");
        while (!await visitor.AnswersAsync())
        {
            if (site._process.HasExited) throw new InvalidOperationException("the site did not start");
            await Task.Delay(5);
        }

        site.StartUp = Stopwatch.GetElapsedTime(since);
        return site;
    }

    /// <summary>Registers people and signs them in.</summary>
    /// <returns>Their session cookies.</returns>
    public Task<IReadOnlyList<string>> PeopleAsync(int count) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"people {count}"));

    /// <summary>Registers a person with an account for each user at that port, and signs them in.</summary>
    /// <returns>Their session cookie.</returns>
    public async Task<string> PersonAsync(string name, int imapPort, params IReadOnlyList<string> users) =>
        (await AskAsync(string.Create(CultureInfo.InvariantCulture, $"person {name} {imapPort} {string.Join(' ', users)}")))[0];

    /// <summary>Opens a person's accounts and waits until they are read in.</summary>
    public async Task<Passes> PassesAsync(string cookie, int seconds) => Passes.Read((await AskAsync(string.Create(CultureInfo.InvariantCulture, $"passes {cookie} {seconds}")))[0]);

    /// <summary>Registers people with accounts at the demo provider, and signs them in.</summary>
    /// <returns>Their session cookies.</returns>
    public Task<IReadOnlyList<string>> CrowdAsync(int from, int count, int accounts) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"crowd {from} {count} {accounts}"));

    /// <summary>What all who are here hold.</summary>
    public async Task<Held> HeldAsync() => Held.Read((await AskAsync("held"))[0]);

    /// <summary>Resident memory after a full collection, in MiB.</summary>
    public async Task<double> MemoryAsync()
    {
        await AskAsync("memory");
        _process.Refresh();
        return _process.WorkingSet64 / 1024.0 / 1024.0;
    }

    /// <summary>Connections to the mail server that are open now.</summary>
    public int Connections()
    {
        var remote = ":" + ImapPort.ToString("X4", CultureInfo.InvariantCulture);
        return File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6")).Count(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, var to, "01", ..] && to.EndsWith(remote, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StandardInput.WriteLineAsync("stop");
        await _process.WaitForExitAsync();
        _process.Dispose();
        _own?.Dispose();
    }

    private async Task<IReadOnlyList<string>> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        var answers = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } answer)
        {
            if (!answer.StartsWith(Mark, StringComparison.Ordinal)) continue; // the product's log
            if (answer == Mark + "done") return answers;
            answers.Add(answer[Mark.Length..]);
        }

        throw new InvalidOperationException("the site ended: " + string.Join('\n', answers));
    }
}
