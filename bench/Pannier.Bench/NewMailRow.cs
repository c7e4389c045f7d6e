using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pannier.Bench;

/// <summary>New mail: from the server's word on the wire to the browser's event, and to the fragment that shows it.</summary>
internal static class NewMailRow
{
    private const int Rounds = 60;
    public const int User = 14;

    public static async Task RunAsync(Provider provider, SiteProcess site, Relay relay)
    {
        RowsRun.Say("new mail");
        var user = Provider.User(User);
        var cookie = await site.PersonAsync("news", relay.Port, user);
        await site.PassesAsync(cookie, 300);
        using var visitor = new Visitor(site.Port, cookie);
        await visitor.ListAsync();
        using var line = await provider.OpenAsync(User);
        await using var events = await visitor.EventsAsync();
        await Task.Delay(TimeSpan.FromSeconds(3)); // until the inbox is watched again
        var random = new Random(7);
        var (said, toEvent, toFragment, whole, shown) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1_500 + random.Next(1_000)));
            relay.Forget();
            var delivered = Stopwatch.GetTimestamp();
            await DeliverAsync(line, round);
            var key = await events.ArrivedAsync();
            var heard = Stopwatch.GetTimestamp();
            while (!(await visitor.ReadAsync("/mail/inbox")).Contains($"data-key=\"{key}\"", StringComparison.Ordinal))
            {
                // It was told of, so it comes.
            }

            var seen = Stopwatch.GetTimestamp();
            var word = string.Create(CultureInfo.InvariantCulture, $"* {Letters.Count + 1 + round} EXISTS");
            if (relay.All.FirstOrDefault(one => one.Text == word) is not { } exists) throw new InvalidOperationException($"the server never said {word}");
            said.Add(Stopwatch.GetElapsedTime(delivered, exists.At).TotalMilliseconds);
            toEvent.Add(Stopwatch.GetElapsedTime(exists.At, heard).TotalMilliseconds);
            toFragment.Add(Stopwatch.GetElapsedTime(exists.At, seen).TotalMilliseconds);
            whole.Add(Stopwatch.GetElapsedTime(delivered, heard).TotalMilliseconds);
            shown.Add(Stopwatch.GetElapsedTime(delivered, seen).TotalMilliseconds);
        }

        Console.WriteLine($"\n| new mail, {Rounds} messages one by one | p50 | p95 |\n|---|--:|--:|");
        Print("from the server's EXISTS on the wire to the browser's event", toEvent);
        Print("from the server's EXISTS on the wire to the end of the fragment that shows it", toFragment);
        Print("from delivery (APPEND sent) to the server's EXISTS: Dovecot's own", said);
        Print("from delivery to the browser's event", whole);
        Print("from delivery to the end of the fragment that shows it", shown);
    }

    private static Task DeliverAsync(ImapLine line, int round)
    {
        var letter = Letters.Write(Letters.Count + 1 + round);
        return line.AskAsync((byte[])[.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"APPEND INBOX {{{letter.Length}+}}\r\n")), .. letter]);
    }

    private static void Print(string what, List<double> took)
    {
        var times = Times.Of(took);
        Console.WriteLine($"| {what} | {times.P50:0} ms | {times.P95:0} ms |");
    }
}
