using System.CommandLine;
using Pannier.Configuration;
using Pannier.Core.Storage;

namespace Pannier.Cli;

/// <summary><c>pannier backup</c>: all data into one file, while Pannier runs or not.</summary>
internal static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "A new file; made with mode 0600" };
        var command = new Command("backup", "Copy all data into one new file, also while Pannier runs. Everything of people's stays sealed in it; sessions and the site key are not in it") { file };
        command.Does(async (parsed, cancellation) =>
        {
            var directory = AllOptions.Bind(Start.Read(parsed), new ServiceCollection()).Data.Directory;
            if (!DatabaseState.IsThere(directory)) throw new StartRefused($"there is no database in {directory}: name the data directory with --data or --config");

            var target = Path.GetFullPath(parsed.GetRequiredValue(file));
            using var database = new Database(directory);
            await Backup.WriteAsync(database, target, cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"backup: {target}, {new FileInfo(target).Length / 1024:N0} KiB. Keep {Path.Combine(directory, "site.key")} apart from it.");
            return ExitCode.Done;
        });
        return command;
    }
}
