using System.Globalization;
using System.Net;
using System.Text;
using MimeKit;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Newsletters as marketing programs write them: tables, inline styles, remote pictures, a counting pixel (texts/newsletters.txt).</summary>
internal static class Newsletters
{
    private const int Days = 728;
    private static readonly string _layout = Texts.Read("newsletter.html");

    public static IEnumerable<SeedMessage> Messages(SeedClock clock) =>
        Texts.Parts("newsletters.txt").SelectMany(part => Letter(clock, part.Key, part.Value));

    private static IEnumerable<SeedMessage> Letter(SeedClock clock, string sender, IReadOnlyList<string> lines)
    {
        var head = lines[0].Split('|');
        var owner = People.All[head[0]];
        int every = int.Parse(head[2], CultureInfo.InvariantCulture), hour = int.Parse(head[3], CultureInfo.InvariantCulture);
        var subjects = lines.Where(line => line.StartsWith("subject ", StringComparison.Ordinal)).Select(line => line[8..]).ToList();
        var stories = lines.Where(line => line.StartsWith("story ", StringComparison.Ordinal)).Select(line => line[6..].Split('|')).ToList();
        var count = Days / every;
        for (var issue = 1; issue <= count; issue++)
        {
            var days = 1 + (count - issue) * every + Mixer.Below(Math.Min(every, 3), sender);
            var key = $"{sender}/issue/{issue}";
            var chosen = Enumerable.Range(0, 3).Select(i => stories[(issue * 2 + i * 3) % stories.Count]).Distinct().ToList();
            var slots = new Dictionary<string, string> { ["issue"] = issue.ToString(CultureInfo.InvariantCulture), ["lead"] = chosen[0][0] };
            var post = new Post
            {
                Key = key,
                From = People.Senders[sender],
                To = [owner.Mailbox()],
                Subject = Wording.Say(subjects[issue % subjects.Count], slots, key),
                Date = clock.At(days, hour * 60 + Mixer.Below(9, key)),
                Fields = Fields(People.Senders[sender], key),
                Body = Body(People.Senders[sender], head[4], head[5], issue, chosen, key),
            };
            // Read and thrown away, or kept: as it went that day. The newest stay where they arrived.
            var mailbox = days > 20 && Mixer.Below(9, key, 3) == 0 ? "Trash" : head[1];
            yield return Delivery.Incoming(owner.Address, mailbox, post);
        }
    }

    // RFC 8058 one-click, but not from everybody: two write the address only, and one nothing but a link in the text.
    private static (string, string)[] Fields(Person sender, string key)
    {
        var token = Mixer.Hex(key, 9);
        return sender.Key switch
        {
            "garden" => [("Precedence", "bulk")],
            "museum" or "fromage" => [("List-Unsubscribe", $"<mailto:abmelden-{token}@{sender.Host}?subject=unsubscribe>")],
            _ =>
            [
                ("List-Id", $"{sender.Name} <news.{sender.Host}>"),
                ("List-Unsubscribe", $"<https://click.{sender.Host}/u/{token}>, <mailto:leave-{token}@{sender.Host}>"),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                ("Feedback-ID", $"{token[..6]}:{sender.Key}:news"),
            ],
        };
    }

    private static MultipartAlternative Body(Person sender, string colour, string farewell, int issue, List<string[]> stories, string key)
    {
        var plain = string.Join("\n\n", stories.Select(story => $"{story[0].ToUpperInvariant()}\n{story[1]}\nhttps://www.{sender.Host}/{issue}/{Mixer.Hex(story[0])[..6]}"));
        var html = new StringBuilder();
        foreach (var story in stories)
            html.Append(Story(sender, colour, issue, story));
        var page = _layout
            .Replace("%NAME%", WebUtility.HtmlEncode(sender.Name), StringComparison.Ordinal).Replace("%HOST%", sender.Host, StringComparison.Ordinal)
            .Replace("%COLOUR%", colour, StringComparison.Ordinal).Replace("%ISSUE%", issue.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("%TOKEN%", Mixer.Hex(key, 9), StringComparison.Ordinal).Replace("%LEAD%", WebUtility.HtmlEncode(stories[0][0]), StringComparison.Ordinal)
            .Replace("%FAREWELL%", WebUtility.HtmlEncode(farewell), StringComparison.Ordinal).Replace("%STORIES%", html.ToString(), StringComparison.Ordinal);
        return [CharsetTexts.Part(MailClient.Plain, $"{plain}\n\n--\n{farewell}\n"), CharsetTexts.Html(page)];
    }

    private static string Story(Person sender, string colour, int issue, string[] story) => $"""
        <tr><td style="padding:24px 32px 0 32px"><img src="https://img.{sender.Host}/{issue}/{Mixer.Hex(story[0])[..8]}.jpg" width="536" alt="" border="0" style="display:block;width:100%;max-width:536px;border-radius:6px">
        <h2 class="story" style="margin:16px 0 6px;font:600 20px/1.3 Georgia,serif;color:{colour}">{WebUtility.HtmlEncode(story[0])}</h2>
        <p style="margin:0;font:400 15px/1.6 Helvetica,Arial,sans-serif;color:#333333">{WebUtility.HtmlEncode(story[1])}</p>
        <p style="margin:10px 0 0"><a href="https://click.{sender.Host}/r/{Mixer.Hex(story[0], issue)}" style="color:{colour};font:600 14px Helvetica,Arial,sans-serif">→</a></p></td></tr>

        """;
}
