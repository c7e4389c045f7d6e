using System.CommandLine;
using Pannier.Configuration;
using Pannier.Core.Storage;

namespace Pannier.Cli;

/// <summary><c>pannier restore</c>: a backup takes the place of the data. What was there stays beside it.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "What 'pannier backup' wrote; it stays as it is" };
        var sure = new Option<bool>("--sure") { Description = "Really: the data that is there now is set aside" };
        var command = new Command("restore", "Bring a backup back. Pannier must be stopped; everybody signs in anew; a backup of a newer Pannier is refused") { file, sure };
        command.Does(async (parsed, cancellation) =>
        {
            var directory = AllOptions.Bind(Start.Read(parsed), new ServiceCollection()).Data.Directory;
            var backup = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!File.Exists(backup)) throw new StartRefused($"there is no file {backup}");
            if (DatabaseState.IsThere(directory) && !parsed.GetValue(sure))
                throw new StartRefused($"{directory} holds a database, which this sets aside: say it again with --sure. Nothing was changed.");

            var kept = await Restore.RunAsync(backup, directory, TimeProvider.System, cancellation);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync($"restored: {directory} from {backup}. Everybody signs in anew; links that were open are void.");
            if (kept is not null) await output.WriteLineAsync($"kept: {kept}. Remove it, and the files beside it, when all is well.");
            return ExitCode.Done;
        });
        return command;
    }
}
