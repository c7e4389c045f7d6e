using System.CommandLine;
using Pannier.Configuration;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Cli;

/// <summary><c>pannier site-key …</c>: the key that signs for the site, in its file beside the database.</summary>
internal static class SiteKeyCommand
{
    public static Command Make() => new("site-key", "The key that signs for the site: list, rotate, forget")
    {
        List(),
        Rotate(),
        Forget(),
    };

    private static Command List()
    {
        var command = new Command("list", "List the numbers of its keys, the one that signs first");
        command.Does((parsed, _) => WithAsync(parsed, path =>
        {
            var numbers = SiteKeyFile.Numbers(path);
            return [.. numbers.Select((number, at) => at == 0 ? $"{number}\tsigns" : $"{number}\tchecks what it signed")];
        }));
        return command;
    }

    private static Command Rotate()
    {
        var command = new Command("rotate", "Put a new key first; the old ones still check what they signed");
        command.Does((parsed, _) => WithAsync(parsed, path =>
        {
            var number = SiteKeyFile.Rotate(path);
            return [$"key {number} signs from the next start on: restart every node with the same {path}", $"an hour after that nothing needs the old key: pannier site-key forget {number - 1}"];
        }));
        return command;
    }

    private static Command Forget()
    {
        var number = new Argument<uint>("number") { Description = "The number of an old key" };
        var command = new Command("forget", "Take an old key out: what it signed counts no more") { number };
        command.Does(async (parsed, cancellation) =>
        {
            await RefuseIfNeededAsync(parsed, parsed.GetRequiredValue(number), cancellation);
            return await WithAsync(parsed, path =>
                SiteKeyFile.Forget(path, parsed.GetRequiredValue(number)) ? [$"forgot key {parsed.GetRequiredValue(number)}"] : throw new StartRefused($"there is no key {parsed.GetRequiredValue(number)} in {path}"));
        });
        return command;
    }

    /// <summary>What people's data is wrapped under is not forgotten: a start after the rotation wraps it anew.</summary>
    private static async Task RefuseIfNeededAsync(ParseResult parsed, uint number, CancellationToken cancellation)
    {
        var directory = AllOptions.Bind(Start.Read(parsed), new ServiceCollection()).Data.Directory;
        if (!File.Exists(Path.Combine(directory, Database.FileName))) return;

        using var database = new Database(directory);
        await database.MigrateAsync(cancellation);
        var count = (await SiteWraps.NumbersAsync(database, cancellation)).Count(wrap => wrap.Number == number);
        if (count > 0) throw new StartRefused($"key {number} still opens the data of {count} people: start Pannier once with the new key, which wraps it anew, then forget the old one");
    }

    private static async Task<int> WithAsync(ParseResult parsed, Func<string, IReadOnlyList<string>> act)
    {
        var options = AllOptions.Bind(Start.Read(parsed), new ServiceCollection());
        if (options.Crypto.SiteKeyFile is { } mounted) throw new StartRefused($"{mounted} is yours: put a new line first there, with the next number, and keep the old one below for an hour");
        try
        {
            foreach (var line in act(Path.Combine(options.Data.Directory, "site.key"))) await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        }
        catch (SiteKeyFault fault)
        {
            throw new StartRefused(fault.Message);
        }
    }
}
