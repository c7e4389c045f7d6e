using System.CommandLine;
using Pannier.Core.Storage;

namespace Pannier.Cli;

/// <summary>All commands of the program, and the options they share.</summary>
internal static class Commands
{
    public static Option<string?> Config { get; } = new("--config") { Description = "A JSON file with options (docs/SETTINGS.md); the environment overrides it", Recursive = true };

    public static Option<string?> Secrets { get; } = new("--secrets") { Description = "A directory with one file per secret option, named as Section__Key", Recursive = true };

    public static Option<string?> Data { get; } = new("--data") { Description = "The data directory; also PANNIER_DATA", Recursive = true };

    public static RootCommand Root()
    {
        var root = new RootCommand("Pannier: all your mail accounts in one place, on a server that can read nothing while you are away.")
        {
            Config,
            Secrets,
            Data,
            ServeCommand.Make(),
            DemoCommand.Make(),
            UserCommand.Make(),
            DoctorCommand.Make(),
            BackupCommand.Make(),
            RestoreCommand.Make(),
            SiteKeyCommand.Make(),
        };
        HelpWithExamples.AddTo(root);
        return root;
    }

    /// <summary>Reads the command line and does what it says.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration? io = null)
    {
        var parsed = Root().Parse(arguments);
        var code = await parsed.InvokeAsync(io);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    /// <summary>Runs a command's work; a refused start is one line on standard error and exit code 1, not a stack.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> workAsync) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await workAsync(parsed, cancellation);
            }
            catch (Exception refused) when (refused is StartRefused or StorageFault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"pannier: {refused.Message}");
                return ExitCode.Refused;
            }
        });
}
