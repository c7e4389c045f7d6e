using System.Diagnostics;
using Pannier.Mail.Html;

namespace Pannier.Bench;

/// <summary>Hostile bodies, one after another: how long the sanitiser works on each until it refuses, and what it allocates meanwhile, which bounds what it can hold.</summary>
internal static class BombRun
{
    private const int Rounds = 5;

    private static readonly IReadOnlyList<(string Kind, string Markup)> Bombs =
    [
        ("nested divisions", Repeat("<div>", 100_000)),
        ("links around divisions", Repeat("<a><div>", 20_000)),
        ("fonts, each another", string.Concat(Enumerable.Range(0, 20_000).Select(size => $"<font size={size}>"))),
        ("formatting that is rebuilt", string.Concat(Enumerable.Range(0, 200).Select(title => $"<b title={title}>")) + Repeat("<p>x", 20_000)),
        ("nested tables", Repeat("<table><tr><td>", 30_000)),
        ("text out of tables", "<table>" + Repeat("x<tr>", 50_000)),
        ("elements side by side", Repeat("<br>", 100_000)),
        ("foreign content", Repeat("<svg><g>", 30_000)),
        ("attributes of one element", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(name => $"a{name} ")) + ">x"),
        ("declarations of one style", "<p style='" + Repeat("color:red;", 150_000) + "'>x"),
        ("character references", Repeat("&lt;", 400_000)),
        ("rules of a style sheet", "<style>" + Repeat("a b c{color:red}", 16_000) + "</style><p>x"),
    ];

    public static async Task RunAsync()
    {
        var sanitizer = new HtmlSanitizer();
        await SanitizeAsync(sanitizer, "<style>a{color:red}</style><div><table><tr><td><a href='https://example.org'>x</a></table></div>"); // compiled before it is measured
        Console.WriteLine($"{Machine.Describe()}\n\n| body | time, median of {Rounds} | slowest | allocated, most | outcome |\n|---|--:|--:|--:|---|");
        foreach (var (kind, markup) in Bombs)
        {
            var (times, most, outcome) = (new List<double>(), 0L, "");
            for (var round = 0; round < Rounds; round++)
            {
                var (since, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
                outcome = await SanitizeAsync(sanitizer, markup);
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                most = Math.Max(most, GC.GetTotalAllocatedBytes(precise: true) - before);
            }

            Console.WriteLine($"| {kind} | {Times.Of(times).P50:0} ms | {times.Max():0} ms | {most / 1024.0 / 1024:0.0} MiB | {outcome} |");
        }
    }

    private static async Task<string> SanitizeAsync(HtmlSanitizer sanitizer, string markup) =>
        await sanitizer.SanitizeAsync(markup, new Dictionary<string, string>(), CancellationToken.None) is SanitizeResult.Refused refused ? refused.Reason.ToString() : "shown";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
