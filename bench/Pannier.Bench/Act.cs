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

    // From here downwards; thousands apart, so that none is changed twice.
    private const int FirstFlagged = 30_000;
    private const int FirstStored = 24_000;
    private const int FirstMoved = 20_000;
    private const int FirstMovedRaw = 10_000;

    /// <summary>Another message each time, so that it changes something each time; <see cref="CheckAsync"/> sees to that.</summary>
    public static Act Flag { get; } = new("flag", 1, (visitor, _) => visitor.FlagAsync(FirstFlagged - visitor.Changes++), (line, _) => line.AskAsync($"UID STORE {FirstStored - line.Changes++} +FLAGS.SILENT (\\Flagged)"));

    /// <summary>To Trash, another message each time.</summary>
    public static Act Move { get; } = new("move", 1, (visitor, _) => visitor.DeleteAsync(FirstMoved - visitor.Changes++), (line, _) => line.AskAsync($"UID MOVE {FirstMovedRaw - line.Changes++} Trash"));

    /// <summary>In the order of a visit. bench/README.md lists the commands; change both.</summary>
    public static IReadOnlyList<Act> All { get; } =
    [
        new("list page", 1, (visitor, _) => visitor.ListAsync(), (line, _) => line.AskAsync(Page(0))),
        new("list fragment", 1, (visitor, _) => visitor.FragmentAsync(), (line, _) => line.AskAsync(Page(0))),
        new("next page", 1, (visitor, _) => visitor.NextAsync(), (line, round) => line.AskAsync(Page(round + 1))),
        new("open text", 1, (visitor, round) => visitor.OpenAsync(Text(round)), (line, round) => OpenAsync(line, Text(round), "TEXT")),
        new("open 200 KB HTML", 0.5, (visitor, round) => visitor.OpenAsync(Large(round)), (line, round) => OpenAsync(line, Large(round), "TEXT")),
        Flag,
        new("search by subject", 0.5, (visitor, round) => visitor.SearchAsync($"subject:{Letters.SearchedWord} larger:{round}"), (line, _) => SearchAsync(line, $"SUBJECT {Letters.SearchedWord}")),
        new("search in headers and text", 0.2, (visitor, round) => visitor.SearchAsync($"{Letters.SearchedWord} larger:{round}"), (line, _) => SearchAsync(line, $"TEXT {Letters.SearchedWord}")),
    ];

    /// <summary>Sees on the server that everything measured was done: each flag set, by the product and by bare commands, on a message that had none.</summary>
    /// <param name="own">A line to the visitor's mailbox.</param>
    /// <param name="stored">The line the bare commands went over; the same where both act in one mailbox.</param>
    public static async Task CheckAsync(Visitor visitor, ImapLine own, ImapLine stored)
    {
        await CheckAsync(own, "product", FirstFlagged, visitor.Changes);
        await CheckAsync(stored, "raw", FirstStored, stored.Changes);
    }

    /// <summary>Sees that so many messages came into Trash.</summary>
    public static async Task CheckMovedAsync(ImapLine line, int moved)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await line.AskAsync("STATUS Trash (MESSAGES)")).Any(answer => answer.EndsWith($"(MESSAGES {moved})", StringComparison.Ordinal))) return;
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{moved} messages were moved, and are not in Trash");
    }

    /// <summary>What is unread in the selected mailbox: which, and the newest page of it.</summary>
    public static Task UnreadAsync(ImapLine line) => SearchAsync(line, "UNSEEN");

    private static async Task CheckAsync(ImapLine line, string side, int first, int changes)
    {
        var count = 0;
        for (var tries = 0; tries < 100; tries++) // what a person sees at once is carried out a moment after
        {
            var found = await line.AskAsync($"UID SEARCH UID {first - changes + 1}:{first} FLAGGED");
            count = found.First(answer => answer.StartsWith("* SEARCH", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length - 2;
            if (count == changes) return;
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{side}: {changes} messages were flagged, and {count} are");
    }

    private static string Page(int page)
    {
        var newest = Letters.Count - page * PerPage;
        return $"UID FETCH {newest - PerPage + 1}:{newest} {Row}";
    }

    private static int Text(int round) => 39_998 - 3 * round;

    /// <summary>The uid of a newsletter; after all it begins anew.</summary>
    public static int Large(int round) => Letters.FirstLarge + round % Letters.LargeCount;

    /// <summary>Row and section of a message, by bare commands.</summary>
    public static async Task OpenAsync(ImapLine line, int uid, string section)
    {
        await line.AskAsync($"UID FETCH {uid} {Row}");
        await line.AskAsync($"UID FETCH {uid} (BODY.PEEK[{section}])");
    }

    private static async Task SearchAsync(ImapLine line, string key)
    {
        var found = await line.AskAsync($"UID SEARCH {key}");
        var uids = found.First(answer => answer.StartsWith("* SEARCH", StringComparison.Ordinal)).Split(' ').Skip(2).TakeLast(PerPage);
        await line.AskAsync($"UID FETCH {string.Join(',', uids)} {Row}");
    }
}
