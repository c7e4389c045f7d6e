using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>Further measures against Dovecot, each beside the raw protocol in the same run. It asserts nothing about times.</summary>
internal static class RowsRun
{
    private const int Users = 16;
    private static readonly long Began = Stopwatch.GetTimestamp();

    /// <param name="wanted">Names of rows; none for all.</param>
    public static async Task RunAsync(IReadOnlyList<string> wanted)
    {
        Say("filling the mailboxes");
        await using var provider = await Provider.StartAsync(Users);
        await using var relay = new Relay(provider.Certificate(), provider.Port);
        await using var site = await SiteProcess.StartAsync(provider.AuthorityFile, [provider.TlsPort, relay.Port]);
        Console.WriteLine(Machine.Describe());
        await RowAsync("unread", () => UnreadRow.RunAsync(provider, site));
        await RowAsync("acts", () => ActRows.RunAsync(provider, site));
        await RowAsync("open", () => OpenRow.RunAsync(provider, site));
        await RowAsync("headers", () => HeaderRow.RunAsync(provider, site));
        await RowAsync("new", () => NewMailRow.RunAsync(provider, site, relay));
        await RowAsync("resync", () => ResyncRow.RunAsync(provider, site, relay));

        async Task RowAsync(string name, Func<Task> runAsync)
        {
            if (wanted.Count > 0 && !wanted.Contains(name)) return;
            Console.WriteLine($"\nLoad: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.");
            await runAsync();
        }
    }

    public static void Head() => Console.WriteLine("\n| act | product p50 | p95 | raw p50 | p95 | ratio p50 | p95 | target | samples |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|");

    public static void Say(string what) => Console.Error.WriteLine($"bench: {Stopwatch.GetElapsedTime(Began).TotalSeconds:0} s: {what}");

    public static void Print(string act, Times product, Times raw, string target) =>
        Console.WriteLine($"| {act} | {product.P50:0.00} ms | {product.P95:0.00} ms | {raw.P50:0.00} ms | {raw.P95:0.00} ms | {product.P50 / raw.P50:0.00} | {product.P95 / raw.P95:0.00} | {target} | {product.Count} |");
}
