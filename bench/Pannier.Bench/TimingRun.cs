using System.Diagnostics;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>Whether the time of a refusal tells a name that somebody has from one that nobody has: the same wrong tries for both, in random order, compared by ranks.</summary>
internal static class TimingRun
{
    private const int People = 10;

    /// <param name="tries">For each kind of name, and each way in.</param>
    public static async Task RunAsync(int tries)
    {
        await using var site = await TestSite.StartAsync(null, ("Throttle:FreeTries", "100"), ("Throttle:FreeTriesFromAddress", "10000"), ("Throttle:FreeTriesAtSite", "1000000"), ("HumanCheck:Kind", "None"));
        for (var at = 0; at < People; at++) (await site.RegisteredAsync(Name(at))).Dispose();
        Console.WriteLine($"\n## Names told by time\n\nWrong tries at names that somebody has and at names that nobody has, {tries} of each in random order, over HTTP on loopback. \"Longer\" is how often a random one of the first takes longer than a random one of the second: 0.50 tells nothing.\n");
        Console.WriteLine("| way in | known, p50 ms | unknown, p50 ms | difference of medians, ms (95 %) | longer | p (Mann-Whitney) |\n|---|--:|--:|--:|--:|--:|");
        await MeasureAsync(site, "password", tries, (browser, name) => browser.PostAsync("/sign-in", ("name", name), ("password", "not anybody's password")));
        await MeasureAsync(site, "recovery key", tries, (browser, name) => browser.PostAsync("/recover", ("name", name), ("key", "AAAAAA-AAAAAA-AAAAAA-AAAAAA-AA0"), ("password", "another password 7"), ("again", "another password 7")));
    }

    private static async Task MeasureAsync(TestSite site, string way, int tries, Func<TestBrowser, string, Task<Reply>> tryAsync)
    {
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        var (known, unknown) = (new List<double>(), new List<double>());
        var order = Enumerable.Range(0, tries * 2).Select(at => at < tries).ToArray();
        new Random(7).Shuffle(order); // the same order each time it is run
        for (var at = -20; at < order.Length; at++)
        {
            var isKnown = at >= 0 && order[at];
            var name = isKnown ? Name(known.Count % People) : $"{way[..4]}-nobody-{at + 20}";
            var since = Stopwatch.GetTimestamp();
            var reply = await tryAsync(browser, name);
            var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            if (reply.Status is not (401 or 422)) throw new InvalidOperationException($"{way}: {name} was answered {reply.Status}");
            if (at >= 0) (isKnown ? known : unknown).Add(took); // the first twenty warm up
            if (at >= 0 && at % 50 == 0) site.Clock.Advance(TimeSpan.FromHours(25)); // failures before are forgotten
        }

        Console.WriteLine(TwoSamples.Compare(known, unknown).Row(way));
    }

    private static string Name(int at) => $"somebody-{at}";
}
