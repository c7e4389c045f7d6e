using System.Globalization;
using System.Text.RegularExpressions;

namespace Pannier.Bench;

/// <summary>What goes over the wire, TLS left out, when one mailbox of 100,000 messages is looked at after 50 changes, on a connection that is open.</summary>
internal static partial class ResyncRow
{
    public const int User = 15;
    private const int Changes = 50;
    private const int Apart = 1_900;

    public static async Task RunAsync(Provider provider, SiteProcess site, Relay relay)
    {
        RowsRun.Say("making a mailbox of 100,000");
        var user = Provider.User(User);
        using var inbox = await provider.OpenAsync(User);
        using var big = await BigAsync(provider, inbox);
        var cookie = await site.PersonAsync("syncs", relay.Port, user);
        RowsRun.Say("reading it in");
        await site.PassesAsync(cookie, 600);
        using var visitor = new Visitor(site.Port, cookie);
        var list = Link().Match(await visitor.ReadPageAsync("/mail/inbox")) is { Success: true } link ? link.Groups[1].Value : throw new InvalidOperationException("the big mailbox is not listed");

        Console.WriteLine($"\n| a mailbox of 100,000 looked at after {Changes} changes | round trips | octets up | octets down | on other lines | target | said |\n|---|--:|--:|--:|--:|--:|---|");
        var (first, looks) = (1, 0);
        foreach (var withheld in new[] { null, "QRESYNC" })
        {
            if (withheld is not null)
            {
                relay.Withhold(withheld);
                await Task.Delay(TimeSpan.FromSeconds(30)); // until it is connected anew
            }

            var server = withheld is null ? "QRESYNC and CONDSTORE offered" : "CONDSTORE alone";
            var target = withheld is null ? "2; 20 KB" : "100 KB";
            await MeasureAsync($"{server}: flags, another mailbox selected before", isSelected: false, () => FlagAsync(Changes));
            await MeasureAsync($"{server}: flags, the mailbox selected before", isSelected: true, () => FlagAsync(Changes));
            await MeasureAsync($"{server}: 40 flags, 5 gone, 5 new, another selected before", isSelected: false, MixAsync);

            async Task MeasureAsync(string what, bool isSelected, Func<Task> changeAsync)
            {
                RowsRun.Say(what);
                for (var tries = 0; ; tries++)
                {
                    if (isSelected) await visitor.ReadPageAsync(list);
                    else await inbox.AskAsync($"UID STORE {Letters.Count} {(looks++ % 2 == 0 ? "+" : "-")}FLAGS.SILENT (\\Answered)"); // has the inbox looked at
                    await Task.Delay(TimeSpan.FromSeconds(2));
                    var before = await site.HeldAsync();
                    relay.Forget();
                    await changeAsync();
                    await Task.Delay(TimeSpan.FromSeconds(2)); // a product that hears of every mailbox looks by itself
                    if (await site.HeldAsync() == before) await visitor.ReadPageAsync(list);
                    await Task.Delay(TimeSpan.FromSeconds(1));
                    var wire = Wire.Of(relay.All, "Big");
                    if (wire.IsMixed && tries < 10) continue; // the minute's listing came between
                    var after = await site.HeldAsync();
                    if (after == before) throw new InvalidOperationException("the product did not see what changed: " + wire);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {wire.RoundTrips} | {wire.Up:N0} | {wire.Down:N0} | {wire.Others:N0} | {target} | {wire} |"));
                    return;
                }
            }
        }

        Task FlagAsync(int count) => big.AskAsync($"UID STORE {Spread(count)} +FLAGS.SILENT (\\Flagged)");

        async Task MixAsync()
        {
            await FlagAsync(40);
            var gone = Spread(5);
            await big.AskAsync($"UID STORE {gone} +FLAGS.SILENT (\\Deleted)");
            await big.AskAsync($"UID EXPUNGE {gone}");
            await big.AskAsync($"UID COPY {Spread(5)} Big");
        }

        string Spread(int count)
        {
            first += 7; // others each time
            return string.Join(',', Enumerable.Range(0, count).Select(at => first + at * Apart));
        }
    }

    /// <summary>Leaves ten messages in INBOX and puts twice all of them into a mailbox of its own.</summary>
    private static async Task<ImapLine> BigAsync(Provider provider, ImapLine inbox)
    {
        await inbox.AskAsync("CREATE Big");
        await inbox.AskAsync("UID COPY 1:* Big");
        await inbox.AskAsync("UID COPY 1:* Big");
        await inbox.AskAsync($"UID STORE 1:{Letters.Count - 10} +FLAGS.SILENT (\\Deleted)");
        await inbox.AskAsync("EXPUNGE");
        var big = await provider.OpenAsync(User);
        await big.AskAsync("SELECT Big");
        await big.AskAsync("UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (REFERENCES)])");
        return big;
    }

    [GeneratedRegex("href=\"(/mail/[0-9a-z]+-[0-9a-z]+)\"[^>]*>(?:(?!</a>).)*Big", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Link();
}
