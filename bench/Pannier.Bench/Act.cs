namespace Pannier.Bench;

/// <summary>One thing a person does, and what it is measured against.</summary>
/// <param name="Name">As the table says it.</param>
/// <param name="Share">Rounds compared with the others: slow acts are done less often.</param>
/// <param name="ProductAsync">Over HTTP, signed in.</param>
/// <param name="RawAsync">The bare IMAP commands.</param>
internal sealed record Act(string Name, double Share, Func<Visitor, int, Task> ProductAsync, Func<ImapLine, int, Task> RawAsync)
{
    private const string Row = "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)";
    private const int PerPage = 50;

    /// <summary>What the product flags first; checked on the server after.</summary>
    public const int FirstFlagged = 30_000;

    /// <summary>In the order of a visit. bench/README.md lists the commands; change both.</summary>
    public static IReadOnlyList<Act> All { get; } =
    [
        new("list page", 1, (visitor, _) => visitor.ListAsync(), (line, _) => line.AskAsync(Page(0))),
        new("list fragment", 1, (visitor, _) => visitor.FragmentAsync(), (line, _) => line.AskAsync(Page(0))),
        new("next page", 1, (visitor, _) => visitor.NextAsync(), (line, round) => line.AskAsync(Page(round + 1))),
        new("open text", 1, (visitor, round) => visitor.OpenAsync(Text(round)), (line, round) => OpenAsync(line, Text(round), "TEXT")),
        new("open 200 KB HTML", 0.5, (visitor, round) => visitor.OpenAsync(Large(round)), (line, round) => OpenAsync(line, Large(round), "TEXT")),
        new("flag", 1, (visitor, round) => visitor.FlagAsync(FirstFlagged - round), (line, round) => line.AskAsync($"UID STORE {29_000 - round} +FLAGS.SILENT (\\Flagged)")),
        new("search by subject", 0.2, (visitor, _) => visitor.SearchAsync(Letters.SearchedWord), (line, _) => SearchAsync(line, "SUBJECT")),
        new("the same search in headers and text", 0.2, (visitor, _) => visitor.SearchAsync(Letters.SearchedWord), (line, _) => SearchAsync(line, "TEXT")),
    ];

    /// <summary>Sees on the server that the product did what was measured.</summary>
    public static async Task CheckAsync(ImapLine line)
    {
        if (!(await line.AskAsync($"UID FETCH {FirstFlagged} (FLAGS)")).Any(answer => answer.Contains("\\Flagged", StringComparison.Ordinal))) throw new InvalidOperationException("the product said it flagged a message and did not");
    }

    private static string Page(int page)
    {
        var newest = Letters.Count - page * PerPage;
        return $"UID FETCH {newest - PerPage + 1}:{newest} {Row}";
    }

    private static int Text(int round) => 39_998 - 3 * round;

    private static int Large(int round) => Letters.FirstLarge + round % Letters.LargeCount;

    private static async Task OpenAsync(ImapLine line, int uid, string section)
    {
        await line.AskAsync($"UID FETCH {uid} {Row}");
        await line.AskAsync($"UID FETCH {uid} (BODY.PEEK[{section}])");
    }

    private static async Task SearchAsync(ImapLine line, string key)
    {
        var found = await line.AskAsync($"UID SEARCH {key} {Letters.SearchedWord}");
        var uids = found.First(answer => answer.StartsWith("* SEARCH", StringComparison.Ordinal)).Split(' ').Skip(2).TakeLast(PerPage);
        await line.AskAsync($"UID FETCH {string.Join(',', uids)} {Row}");
    }
}
