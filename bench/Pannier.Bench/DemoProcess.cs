using System.Diagnostics;
using System.Globalization;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>A <see cref="DemoChild"/> seen from outside.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Process _process;

    private DemoProcess(int accounts, int messages) => _process = Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        ["demo", accounts.ToString(CultureInfo.InvariantCulture), messages.ToString(CultureInfo.InvariantCulture), AuthorityFile])
    { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public string AuthorityFile => _directory.File("authority.pem");

    public int ImapPort { get; private set; }

    public Process Process => _process;

    public static async Task<DemoProcess> StartAsync(int accounts, int messages)
    {
        var demo = new DemoProcess(accounts, messages);
        var said = await demo._process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the provider did not start");
        demo.ImapPort = int.Parse(said[SiteProcess.Mark.Length..], CultureInfo.InvariantCulture);
        return demo;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StandardInput.WriteLineAsync("stop");
        await _process.WaitForExitAsync();
        _process.Dispose();
        _directory.Dispose();
    }
}
