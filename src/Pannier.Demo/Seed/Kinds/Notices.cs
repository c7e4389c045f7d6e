using System.Globalization;
using MimeKit;
using Pannier.Demo.Seed.Files;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>What banks, works and offices send once a month or so (texts/notices.txt).</summary>
internal static class Notices
{
    public static IEnumerable<SeedMessage> Messages(SeedClock clock) =>
        Texts.Lines("notices.txt").SelectMany(line => Series(clock, line.Split('¦')));

    // sender¦owner¦mailbox¦every days¦first, days ago¦shape¦subject¦text; '|' parts the wordings within [[ ]].
    private static IEnumerable<SeedMessage> Series(SeedClock clock, string[] field)
    {
        var owner = People.All[field[1]];
        int every = int.Parse(field[3], CultureInfo.InvariantCulture), first = int.Parse(field[4], CultureInfo.InvariantCulture);
        for (var days = first; days < 725; days += every)
        {
            var key = $"notice/{field[0]}/{field[6]}/{(days - first) / every}";
            var date = clock.At(days, 5 * 60 + Mixer.Below(200, key));
            var slots = new Dictionary<string, string>
            {
                ["amount"] = string.Create(CultureInfo.InvariantCulture, $"{120 + Mixer.Below(900, key, 1)}.{Mixer.Below(90, key, 2) + 10}"),
                ["small"] = string.Create(CultureInfo.InvariantCulture, $"{4 + Mixer.Below(60, key, 3)}.{Mixer.Below(90, key, 4) + 10}"),
                ["month"] = date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                ["day"] = date.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["number"] = (1000 + Mixer.Below(9000, key, 5)).ToString(CultureInfo.InvariantCulture),
            };
            var text = Wording.Say(field[7], slots, key).Replace("\\n", "\n", StringComparison.Ordinal);
            var post = new Post
            {
                Key = key,
                From = People.Senders[field[0]],
                To = [owner.Mailbox()],
                Subject = Wording.Say(field[6], slots, key),
                Date = date,
                Fields = [("Auto-Submitted", "auto-generated")],
                Body = Body(field[5], text, slots, key),
            };
            yield return Delivery.Incoming(owner.Address, field[2], post);
        }
    }

    private static MimeEntity Body(string shape, string text, Dictionary<string, string> slots, string key) => shape switch
    {
        "text" => CharsetTexts.Part(MailClient.Plain, text + "\n"),
        "html" => CharsetTexts.Html($"<html><body style=\"font-family:Verdana,Arial,sans-serif;font-size:14px;color:#1b2a3a\"><table width=\"600\" align=\"center\"><tr><td style=\"border-top:4px solid #14532d;padding:20px\">{Bodies.Paragraphs(text)}</td></tr></table></body></html>"),
        _ => new Multipart("mixed")
        {
            CharsetTexts.Part(MailClient.Plain, text + "\n"),
            Attachment.Of("pdf", Wording.Say(shape, slots, key), text, key),
        },
    };
}
