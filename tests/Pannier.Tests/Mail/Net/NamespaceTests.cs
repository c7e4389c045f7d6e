using System.Diagnostics;
using System.Globalization;
using Pannier.Tests.Modules;
using Pannier.Tests.Modules.Messages;

namespace Pannier.Tests.Mail.Net;

/// <summary>
/// The product at work in a network namespace that has loopback and no way out: whatever it would reach for elsewhere, a name
/// server included, the kernel counts as a packet without a route.
/// </summary>
public sealed class NamespaceTests
{
    private const string Script = """
        PATH="$PATH:/usr/sbin:/sbin"
        ip link set lo up && "$@"
        echo "code $?"
        cat /proc/net/snmp /proc/net/snmp6
        echo CONTROL
        (: > /dev/tcp/198.51.100.1/80) 2>/dev/null
        (: > /dev/udp/198.51.100.1/53) 2>/dev/null
        (: > /dev/tcp/2001:db8::1/80) 2>/dev/null
        cat /proc/net/snmp /proc/net/snmp6
        """;

    [Fact]
    public async Task At_work_it_reaches_for_nobody_but_the_hosts_it_was_named()
    {
        var said = await RunAsync(
            typeof(HostileMailTests), typeof(PersonalPagesTests), typeof(BadServerTests), typeof(EgressPolicyTests), typeof(Imap.WatchTests), typeof(Smtp.ScriptedSmtpTests));
        var (work, control) = (said.Split("CONTROL")[0], said.Split("CONTROL")[^1]);

        Assert.True(work.Contains("code 0", StringComparison.Ordinal) && work.Contains("Failed: 0", StringComparison.Ordinal), said);
        Assert.Equal((0, 0), (Four(work), Six(work)));
        Assert.Equal((2, 1), (Four(control), Six(control))); // so it would have shown
    }

    private static async Task<string> RunAsync(params IReadOnlyList<Type> classes)
    {
        var start = new ProcessStartInfo("unshare") { RedirectStandardOutput = true };
        if (!Environment.IsPrivilegedProcess) start.ArgumentList.Add("--map-root-user");
        string[] program = Path.GetFileName(Environment.ProcessPath) == "dotnet" ? [Environment.ProcessPath!, typeof(NamespaceTests).Assembly.Location] : [Environment.ProcessPath!]; // a program of its own needs no host
        foreach (var argument in (string[])["--net", "bash", "-c", Script, "bash", .. program, "-noColor"]) start.ArgumentList.Add(argument);
        foreach (var type in classes)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(type.FullName!);
        }

        using var process = Process.Start(start)!; // a new one is always started
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    /// <summary>Of /proc/net/snmp: a line of names, then one of numbers.</summary>
    private static int Four(string text)
    {
        var lines = text.Split('\n').Where(line => line.StartsWith("Ip: ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToList();
        return int.Parse(lines[1][Array.IndexOf(lines[0], "OutNoRoutes")], CultureInfo.InvariantCulture);
    }

    private static int Six(string text) =>
        int.Parse(text.Split('\n').Single(line => line.StartsWith("Ip6OutNoRoutes", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
