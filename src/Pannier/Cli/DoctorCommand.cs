using System.CommandLine;
using Pannier.Cli.Doctor;
using Pannier.Configuration;

namespace Pannier.Cli;

/// <summary><c>pannier doctor</c>: looks at everything a start and a safe run need, and changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var reach = new Option<string[]>("--reach") { Description = "Also try to connect to this mail server, as in imap.example.org:993; may be given several times", DefaultValueFactory = _ => [] };
        var command = new Command("doctor", "Check the installation: one line for each thing, with what to do. Changes nothing; exit code 1 when a line says FAIL") { reach };
        command.Does(async (parsed, cancellation) =>
        {
            var options = AllOptions.Bind(Start.Read(parsed), new ServiceCollection());
            _ = ModuleList.Without(options.Modules.Off); // an unknown name is refused here as at a start
            var findings = await LookAsync(options, parsed.GetRequiredValue(reach), TimeProvider.System, cancellation);
            foreach (var finding in findings) await parsed.InvocationConfiguration.Output.WriteLineAsync(finding.ToString());
            return findings.Any(finding => finding.Verdict == Verdict.Fail) ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(AllOptions options, IReadOnlyList<string> targets, TimeProvider clock, CancellationToken cancellation) =>
    [
        Finding.Ok("options", "all known and within their bounds"),
        .. LookAtProgram.Look(Path.Combine(AppContext.BaseDirectory, "wwwroot"), options.Crypto),
        LookAtClock.Look(clock.GetUtcNow(), File.GetLastWriteTimeUtc(typeof(DoctorCommand).Assembly.Location)),
        .. await LookAtData.LookAsync(options.Data.Directory, options.Crypto.SiteKeyFile, cancellation),
        .. LookAtTls.Look(options.Listen, options.Site, clock.GetUtcNow()),
        .. LookAtSite.Look(options),
        .. await LookOutside.LookAsync(options.Egress, targets, clock, cancellation),
    ];
}
