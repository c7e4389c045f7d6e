using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pannier.Tests.Docs;

/// <summary>The systemd unit takes away what the page says it does.</summary>
public sealed class UnitTests
{
    private static readonly IReadOnlyList<string> Unit = [.. Repository.Read("deploy/pannier.service").Split('\n')];

    [Fact]
    public async Task It_is_rated_no_worse_than_the_page_says()
    {
        var start = new ProcessStartInfo("systemd-analyze") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["security", "--offline=true", "--no-pager", Repository.File("deploy/pannier.service")]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!; // a new one is always started
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var measured = Number(said, @"exposure level for pannier\.service: (\d+\.\d+)");
        var told = Number(Repository.Read("deploy/README.md"), @"rates its exposure as (\d+\.\d+) of 10");
        Assert.InRange(measured, 0.1m, told);
    }

    [Fact]
    public void Only_the_data_directory_can_be_written()
    {
        Assert.Contains("ProtectSystem=strict", Unit);
        Assert.Contains("StateDirectory=pannier", Unit);
        Assert.Contains("ReadOnlyPaths=/opt/pannier", Unit);
        Assert.Contains(Unit, line => line.StartsWith("ExecStart=/opt/pannier/", StringComparison.Ordinal));
        Assert.DoesNotContain(Unit, line => Regex.IsMatch(line, "^(ReadWritePaths|BindPaths|CacheDirectory|LogsDirectory|RuntimeDirectory)="));
        Assert.Contains("NoNewPrivileges=yes", Unit);
        Assert.Contains("CapabilityBoundingSet=", Unit);
    }

    private static decimal Number(string text, string pattern) => decimal.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);
}
