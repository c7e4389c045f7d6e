using System.Diagnostics;
using System.Globalization;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>A <see cref="SiteChild"/> seen from outside: started, asked, weighed, stopped.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Process _process;

    private SiteProcess(Provider provider)
    {
        Directory.CreateDirectory(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ImapPort = provider.TlsPort;
        _process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            ["site", Data, Port.ToString(CultureInfo.InvariantCulture), ImapPort.ToString(CultureInfo.InvariantCulture), provider.AuthorityFile])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; } = FreePort.Next();

    public int ImapPort { get; }

    /// <summary>From the process's start to the first page answered.</summary>
    public TimeSpan StartUp { get; private set; }

    private string Data => _directory.File("data");

    public static async Task<SiteProcess> StartAsync(Provider provider)
    {
        var since = Stopwatch.GetTimestamp();
        var site = new SiteProcess(provider);
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
        _directory.Dispose();
    }

    private async Task<IReadOnlyList<string>> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        var answers = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } answer)
        {
            if (answer == "done") return answers;
            answers.Add(answer);
        }

        throw new InvalidOperationException("the site ended: " + string.Join('\n', answers));
    }
}
