using System.Diagnostics;
using AngleSharp.Html.Parser;
using MimeKit;
using Pannier.Mail.Html;

namespace Pannier.Bench;

/// <summary>
/// Parses real mail and makes its HTML safe, one message after another on one core. The floor, in the same run, is AngleSharp's bare
/// parse of the same HTML: nothing that is built on it can be faster, and the sanitiser parses twice.
/// </summary>
internal static class CorpusRun
{
    private const int NewsletterRounds = 300;

    public static async Task RunAsync(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new InvalidOperationException($"there is no message below {folder}: run make bench");

        var letters = files.ConvertAll(File.ReadAllBytes);
        var bodies = Bodies(letters);
        await SanitizeAsync(bodies.Take(200)); // compiled before it is measured
        Floor(bodies.Take(200));

        var since = Stopwatch.GetTimestamp();
        var parsed = letters.Count(letter => Parse(letter) is not null);
        var parsing = Stopwatch.GetElapsedTime(since);
        var size = letters.Sum(letter => (long)letter.Length) / 1e6;
        var floor = Floor(bodies);
        var (times, refused) = await SanitizeAsync(bodies);
        var all = Times.Of(times);
        var (octets, whole) = (bodies.Sum(body => (long)System.Text.Encoding.UTF8.GetByteCount(body)) / 1e6, times.Sum() / 1000);

        Console.WriteLine($"\nReal mail: {letters.Count} messages, {size:0.0} MB, of which {octets:0.0} MB in {bodies.Count} HTML bodies; one core.\n\n| measure | value |\n|---|--:|");
        Console.WriteLine($"| messages parsed | {parsed} of {letters.Count}, {letters.Count / parsing.TotalSeconds:0} messages/s, {size / parsing.TotalSeconds:0.0} MB/s |");
        Console.WriteLine($"| floor: HTML parsed by AngleSharp alone | {octets / floor.TotalSeconds:0.0} MB/s |");
        Console.WriteLine($"| HTML made safe | {octets / whole:0.0} MB/s, {whole / floor.TotalSeconds:0.0} times the floor's time |");
        Console.WriteLine($"| HTML bodies shown as text instead | {refused} |");
        Console.WriteLine($"| a body made safe, ms p50 / p99 / slowest | {all.P50:0.00} / {all.P99:0.0} / {times.Max():0} |");
        await NewsletterAsync();
    }

    /// <summary>The bench's own newsletters of 200 KB, bare and made safe in turns.</summary>
    private static async Task NewsletterAsync()
    {
        var sanitizer = new HtmlSanitizer();
        var newsletters = Bodies(Enumerable.Range(Letters.FirstLarge, Letters.LargeCount).Select(Letters.Write));
        for (var warm = 0; warm < 20; warm++) await sanitizer.SanitizeAsync(newsletters[warm], new Dictionary<string, string>(), CancellationToken.None);
        var (bare, safe) = await Times.InTurnsAsync(
            NewsletterRounds,
            round =>
            {
                Floor([newsletters[round % newsletters.Count]]);
                return Task.CompletedTask;
            },
            TimeSpan.Zero,
            round => sanitizer.SanitizeAsync(newsletters[round % newsletters.Count], new Dictionary<string, string>(), CancellationToken.None));
        Console.WriteLine($"| floor: a newsletter of 200 KB parsed alone, ms p50 / p99 | {bare.P50:0.0} / {bare.P99:0.0} |");
        Console.WriteLine($"| a newsletter of 200 KB made safe, ms p50 / p99 | {safe.P50:0.0} / {safe.P99:0.0} |");
    }

    private static List<string> Bodies(IEnumerable<byte[]> letters) =>
        [.. letters.SelectMany(letter => Parse(letter)?.BodyParts ?? []).OfType<TextPart>().Where(part => part.IsHtml).Select(part => part.Text)];

    private static TimeSpan Floor(IEnumerable<string> bodies)
    {
        var parser = new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true, SkipComments = true });
        var since = Stopwatch.GetTimestamp();
        foreach (var body in bodies) parser.ParseDocument(body).Dispose();
        return Stopwatch.GetElapsedTime(since);
    }

    /// <returns>Milliseconds of each, and how many are shown as text instead.</returns>
    private static async Task<(IReadOnlyList<double> Times, int Refused)> SanitizeAsync(IEnumerable<string> bodies)
    {
        var sanitizer = new HtmlSanitizer();
        var (times, refused) = (new List<double>(), 0);
        foreach (var body in bodies)
        {
            var since = Stopwatch.GetTimestamp();
            if (await sanitizer.SanitizeAsync(body, new Dictionary<string, string>(), CancellationToken.None) is not SanitizeResult.Done) refused++;
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return (times, refused);
    }

    private static MimeMessage? Parse(byte[] letter)
    {
        try
        {
            using var stream = new MemoryStream(letter);
            return MimeMessage.Load(stream);
        }
        catch (FormatException)
        {
            return null; // counted as not parsed
        }
    }
}
