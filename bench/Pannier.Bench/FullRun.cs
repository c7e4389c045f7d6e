using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>All measures against Dovecot, in one run, printed as Markdown. It asserts nothing about times.</summary>
internal static class FullRun
{
    private const int Most = 32;
    private const int RoundsAlone = 40;
    private const int RoundsTogether = 5;

    public static async Task RunAsync()
    {
        Say("filling the mailboxes");
        await using var provider = await Provider.StartAsync(Most);
        var starts = new List<double>();
        for (var start = 0; start < 3; start++)
        {
            await using var tried = await SiteProcess.StartAsync(provider);
            starts.Add(tried.StartUp.TotalMilliseconds);
        }

        await using var site = await SiteProcess.StartAsync(provider);
        var atRest = await site.MemoryAsync();
        Say("registering people");
        var visitors = (await site.PeopleAsync(Most)).Select(cookie => new Visitor(site.Port, cookie)).ToList();
        var registered = await site.MemoryAsync();
        var lines = new List<ImapLine>();
        for (var user = 0; user < Most; user++) lines.Add(await provider.OpenAsync(user));

        Console.WriteLine(Machine.Describe());
        Console.WriteLine("\n| act | users | product p50 | p95 | raw p50 | p95 | ratio p50 | p95 | samples |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        Say("first list");
        PrintAlone("first list of a session", 1, await Times.TakeAsync(visitors[..1], 1, (visitor, _) => visitor.ListAsync()));
        var alone = site.Connections();
        await FilledAsync(visitors);
        await MeasureAsync(visitors[..1], lines[..1], RoundsAlone);
        PrintAlone("first list of a session", Most - 1, await Times.TakeAsync(visitors[1..], 1, (visitor, _) => visitor.ListAsync()));
        var together = site.Connections();
        await MeasureAsync(visitors, lines, RoundsTogether);

        Console.WriteLine("\n| measure | value |\n|---|--:|");
        Print("start-up to the first page answered, median of 3", $"{starts.Order().ElementAt(1):0} ms");
        Print("lists that told of a silent account and were asked again", $"{visitors.Sum(visitor => visitor.Repeats)}");
        Print("searches that told of a silent account instead", $"{visitors.Sum(visitor => visitor.LateSearches)}");
        Print("200 KB messages shown as text, being late", $"{visitors.Sum(visitor => visitor.ShownAsText)}");
        Print("memory at rest", $"{atRest:0} MiB");
        Print($"memory with {Most} people registered and signed in, no mail seen", $"{registered:0} MiB");
        Print($"memory with {Most} people reading, each 50,000 messages", $"{await site.MemoryAsync():0} MiB");
        Print("memory per person reading", $"{(await site.MemoryAsync() - atRest) / Most:0.0} MiB");
        Print($"IMAP connections with {Most} people signed in, when 1 has seen a list", $"{alone}");
        Print($"IMAP connections when all {Most} have seen a list", $"{together}");
        foreach (var path in new[] { "/sign-in", "/mail/inbox" })
        {
            using var stranger = new Visitor(site.Port, "");
            var load = await (path == "/sign-in" ? stranger : visitors[0]).FirstLoadAsync(path);
            Print($"bytes of the first load of {path}, as sent to a browser that takes Brotli ({string.Join(", ", load.Select(part => $"{part.Key} {part.Value:N0}"))})", $"{load.Sum(part => part.Value):N0}");
        }

        visitors.ForEach(visitor => visitor.Dispose());
        lines.ForEach(line => line.Dispose());
    }

    private static async Task MeasureAsync(IReadOnlyList<Visitor> visitors, IReadOnlyList<ImapLine> lines, int rounds)
    {
        foreach (var act in Act.All)
        {
            Say($"{act.Name}, {visitors.Count}");
            var times = Math.Max(1, (int)Math.Round(rounds * act.Share));
            if (act.Name == "next page") await Times.TakeAsync(visitors, 1, (visitor, _) => visitor.ListAsync());
            var product = await Times.TakeAsync(visitors, times, act.ProductAsync);
            var raw = await Times.TakeAsync(lines, times, act.RawAsync);
            if (act == Act.Flag) foreach (var (line, visitor) in lines.Zip(visitors)) await Act.CheckAsync(visitor, line, line);
            Console.WriteLine($"| {act.Name} | {visitors.Count} | {product.P50:0.0} ms | {product.P95:0.0} ms | {raw.P50:0.0} ms | {raw.P95:0.0} ms | {product.P50 / raw.P50:0.0} | {product.P95 / raw.P95:0.0} | {product.Count} |");
        }
    }

    /// <summary>Waits until everybody's mail is read in, so that what follows is measured at rest.</summary>
    private static async Task FilledAsync(IReadOnlyList<Visitor> visitors)
    {
        Say("reading in all mail");
        var since = Stopwatch.GetTimestamp();
        foreach (var visitor in visitors)
            while (await visitor.IsFillingAsync()) await Task.Delay(500);
        Console.WriteLine($"| reading in 50,000 messages for each of {visitors.Count} people, together | | {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s | | | | | | |");
    }

    private static void PrintAlone(string name, int users, Times times) => Console.WriteLine($"| {name} | {users} | {times.P50:0.0} ms | {times.P95:0.0} ms | | | | | {times.Count} |");

    private static void Print(string name, string value) => Console.WriteLine($"| {name} | {value} |");

    private static void Say(string what) => Console.Error.WriteLine($"bench: {Stopwatch.GetElapsedTime(Began).TotalSeconds:0} s: {what}");

    private static readonly long Began = Stopwatch.GetTimestamp();
}
