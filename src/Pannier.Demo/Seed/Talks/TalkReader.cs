using System.Globalization;

namespace Pannier.Demo.Seed.Talks;

/// <summary>
/// Reads texts/talks-*.txt. A talk starts with "@ key owner mailbox xUses option=value…", then lines "cast", "slots" and
/// "subject"; each turn starts with "> from to,to /cc,cc +3h", may have lines "! kind name", and ends where the next begins.
/// </summary>
internal static class TalkReader
{
    public static IEnumerable<TalkScript> Read(string file) =>
        ("\n" + Texts.Read(file)).Split("\n@ ").Skip(1).Select(Talk);

    private static TalkScript Talk(string text)
    {
        var turns = text.Split("\n> ");
        var head = turns[0].Split('\n');
        var words = head[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = words.Skip(4).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new TalkScript(
            words[0], words[1], words[2].Replace('_', ' '), int.Parse(words[3][1..], CultureInfo.InvariantCulture),
            options.TryGetValue("recent", out var recent) ? int.Parse(recent, CultureInfo.InvariantCulture) : null,
            options.GetValueOrDefault("lang", "en"), options.GetValueOrDefault("list"),
            Choices(Line(head, "cast "), ' '), Choices(Line(head, "slots "), ';'), Line(head, "subject "), [.. turns.Skip(1).Select(Turn)]);
    }

    private static string Line(string[] head, string name) =>
        head.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..] ?? "";

    private static Dictionary<string, string[]> Choices(string line, char between) =>
        line.Split(between, StringSplitOptions.RemoveEmptyEntries).Select(choice => choice.Split('=', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim().Split('|'), StringComparer.Ordinal);

    private static TalkTurn Turn(string text)
    {
        var lines = text.Split('\n');
        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var marks = lines.Skip(1).Where(line => line.StartsWith("! ", StringComparison.Ordinal)).Select(line => line[2..].Split(' ', 2));
        return new TalkTurn(
            words[0], words[1].Split(','), words.FirstOrDefault(word => word[0] == '/')?[1..].Split(',') ?? [],
            words.FirstOrDefault(word => word[0] == '+') is { } delay ? Minutes(delay) : 180,
            [.. marks.Select(mark => (mark[0], mark.Length > 1 ? mark[1] : ""))],
            string.Join('\n', lines.Skip(1).Where(line => !line.StartsWith("! ", StringComparison.Ordinal))).Trim());
    }

    // "+40m", "+5h" or "+2d".
    private static int Minutes(string delay) =>
        int.Parse(delay[1..^1], CultureInfo.InvariantCulture) * delay[^1] switch { 'm' => 1, 'h' => 60, _ => 1440 };
}
