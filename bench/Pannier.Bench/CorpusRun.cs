using System.Diagnostics;
using MimeKit;
using Pannier.Mail.Html;

namespace Pannier.Bench;

/// <summary>Parses real mail and makes its HTML safe, one message after another on one core.</summary>
internal static class CorpusRun
{
    public static async Task RunAsync(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new InvalidOperationException($"there is no message below {folder}: run make bench");

        var letters = files.ConvertAll(File.ReadAllBytes);
        await SanitizeAsync(letters.Take(200)); // compiled before it is measured
        var since = Stopwatch.GetTimestamp();
        var parsed = letters.Count(letter => Parse(letter) is not null);
        var parsing = Stopwatch.GetElapsedTime(since);
        since = Stopwatch.GetTimestamp();
        var found = await SanitizeAsync(letters);
        var both = Stopwatch.GetElapsedTime(since);
        var size = letters.Sum(letter => (long)letter.Length) / 1e6;

        Console.WriteLine($"\nReal mail: {letters.Count} messages, {size:0.0} MB, one core.\n\n| measure | value |\n|---|--:|");
        Console.WriteLine($"| parsed | {parsed} of {letters.Count}, {letters.Count / parsing.TotalSeconds:0} messages/s, {size / parsing.TotalSeconds:0.0} MB/s |");
        Console.WriteLine($"| parsed and sanitised | {letters.Count / both.TotalSeconds:0} messages/s, {size / both.TotalSeconds:0.0} MB/s |");
        Console.WriteLine($"| HTML bodies | {found.Done + found.Refused}, of which shown as text instead: {found.Refused} |");
        Console.WriteLine($"| slowest body | {found.Slowest.TotalMilliseconds:0} ms |");
    }

    private static async Task<Found> SanitizeAsync(IEnumerable<byte[]> letters)
    {
        var sanitizer = new HtmlSanitizer();
        var found = new Found();
        foreach (var letter in letters)
        {
            if (Parse(letter)?.BodyParts is not { } parts) continue;
            foreach (var html in parts.OfType<TextPart>().Where(part => part.IsHtml))
            {
                var since = Stopwatch.GetTimestamp();
                if (await sanitizer.SanitizeAsync(html.Text, new Dictionary<string, string>(), CancellationToken.None) is SanitizeResult.Done) found.Done++;
                else found.Refused++;
                var took = Stopwatch.GetElapsedTime(since);
                if (took > found.Slowest) found.Slowest = took;
            }
        }

        return found;
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

    private sealed record Found
    {
        public int Done { get; set; }

        public int Refused { get; set; }

        public TimeSpan Slowest { get; set; }
    }
}
