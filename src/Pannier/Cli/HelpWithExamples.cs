using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Pannier.Cli;

/// <summary>The library's help, then examples: most people look for a line to copy.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["pannier"] = """
            First steps:
              pannier demo                                   look around with made-up mail, on this machine only
              pannier doctor --config /etc/pannier.json      is everything in place?
              pannier serve --config /etc/pannier.json       prints a link: who opens it first becomes the administrator
              pannier user add                               prints a link for the next person

            Options come from --config, then files in --secrets, then the environment as PANNIER_OPTION_Section__Key;
            docs/SETTINGS.md lists them all. Exit codes: 0 done, 1 refused or failed, 2 wrong command line.
            """,
        ["serve"] = """
            Examples:
              pannier serve --config /etc/pannier.json --secrets /run/secrets
              PANNIER_OPTION_Listen__Port=9000 pannier serve --config /etc/pannier.json
            """,
        ["demo"] = """
            Examples:
              pannier demo                                   on http://localhost:8080, forgotten at the end
              PORT=9000 PANNIER_DATA=~/pannier-demo pannier demo
            """,
        ["user"] = """
            Examples:
              pannier user add --administrator               a link that registers one administrator
              pannier user list
              pannier user password ada                      a link by which ada sets a new password
              pannier user remove ada --sure
            """,
        ["doctor"] = """
            Examples:
              sudo -u pannier pannier doctor --config /etc/pannier.json
              pannier doctor --reach imap.example.org:993 --reach smtp.example.org:465
            """,
        ["site-key"] = """
            Examples:
              sudo -u pannier pannier site-key rotate        then restart, and an hour later:
              sudo -u pannier pannier site-key forget 1
            """,
        ["backup"] = """
            Examples:
              sudo -u pannier pannier backup /var/backups/pannier-$(date +%F).db
              (copy /var/lib/pannier/site.key apart from the backups, once)
            """,
        ["restore"] = """
            Examples:
              systemctl stop pannier
              sudo -u pannier pannier restore /var/backups/pannier-2026-05-01.db --sure
              systemctl start pannier
            """,
    };

    /// <summary>The commands that have examples; a test holds them against those there are.</summary>
    public static IReadOnlyCollection<string> Commands => Examples.Keys;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var name = command is RootCommand ? "pannier" : command.Name;
        if (Examples.TryGetValue(name, out var examples)) parseResult.InvocationConfiguration.Output.WriteLine(examples);
        return code;
    }

    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction help)
                option.Action = new HelpWithExamples(help);
    }
}
