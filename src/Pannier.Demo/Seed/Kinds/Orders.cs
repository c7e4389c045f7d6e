using System.Globalization;
using System.Net;
using MimeKit;
using Pannier.Demo.Seed.Files;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Receipts of shops and the notices of those who carry the parcels (texts/orders.txt).</summary>
internal static class Orders
{
    private const int Count = 112;

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        var shops = Texts.Parts("orders.txt").ToList();
        for (var order = 0; order < Count; order++)
        {
            var (shop, goods) = shops[Mixer.Below(shops.Count, "shop", order)];
            var days = 2 + (Count - order) * 722 / Count;
            var key = $"order/{order}";
            var number = $"{shop[..2].ToUpperInvariant()}-{20000 + order * 37}";
            yield return Receipt(clock, shop, goods, key, number, days);
            if (shop == "coffee" && Mixer.Below(2, key) == 0)
                continue;
            var carrier = Mixer.Below(3, key, 2) == 0 ? "post" : "parcel";
            yield return Parcel(clock, carrier, key, number, days - 1, 0);
            if (days > 5)
                yield return Parcel(clock, carrier, key, number, days - 3, 1);
        }
    }

    private static SeedMessage Receipt(SeedClock clock, string shop, IReadOnlyList<string> lines, string key, string number, int days)
    {
        var goods = lines.Where(line => !line.StartsWith("say ", StringComparison.Ordinal)).ToList();
        var say = lines[0][4..].Split('|');
        var bought = Enumerable.Range(0, 1 + Mixer.Below(3, key, 4)).Select(i => goods[(Mixer.Below(goods.Count, key, 5) + i) % goods.Count].Split('|')).ToList();
        var total = bought.Sum(item => decimal.Parse(item[1], CultureInfo.InvariantCulture));
        var price = (decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:F2} {say[2]}");
        var rows = string.Concat(bought.Select(item =>
            $"<tr><td style=\"padding:8px 0;border-bottom:1px solid #eeeeee\">{WebUtility.HtmlEncode(item[0])}</td><td align=\"right\" style=\"padding:8px 0;border-bottom:1px solid #eeeeee\">{price(decimal.Parse(item[1], CultureInfo.InvariantCulture))}</td></tr>\n"));
        var plain = $"{say[1]}\n\n{string.Join('\n', bought.Select(item => $"  {item[0],-44} {price(decimal.Parse(item[1], CultureInfo.InvariantCulture)),12}"))}\n  {say[3],-44} {price(total),12}\n\n{number}\n";
        var sender = People.Senders[shop];
        MimeEntity body = new MultipartAlternative
        {
            CharsetTexts.Part(MailClient.Plain, plain),
            CharsetTexts.Html($"""
                <div style="max-width:560px;margin:0 auto;font:15px/1.5 Helvetica,Arial,sans-serif;color:#222222"><img src="https://static.{sender.Host}/mail/head.png" width="560" height="80" alt="{WebUtility.HtmlEncode(sender.Name)}">
                <p>{WebUtility.HtmlEncode(say[1])}</p><table width="100%" cellspacing="0" cellpadding="0">{rows}<tr><td style="padding-top:10px"><b>{WebUtility.HtmlEncode(say[3])}</b></td><td align="right" style="padding-top:10px"><b>{price(total)}</b></td></tr></table>
                <p style="color:#777777">{number}</p></div>
                {Stated.Order(sender.Name, number, bought.Select(item => item[0]), total, say[2], clock.At(days, 0))}
                """),
        };
        if (Mixer.Below(3, key, 6) == 0)
            body = new Multipart("mixed") { body, Attachment.Of("pdf", $"{say[4]} {number}.pdf", plain, key) };
        var post = new Post
        {
            Key = key + "/receipt",
            From = sender,
            To = [People.All["personal"].Mailbox()],
            Subject = string.Format(CultureInfo.InvariantCulture, say[0], number),
            Date = clock.At(days, 8 * 60 + Mixer.Below(800, key, 7)),
            Body = body,
        };
        return Delivery.Incoming(People.Personal, "Receipts", post);
    }

    private static SeedMessage Parcel(SeedClock clock, string carrier, string key, string number, int days, int step)
    {
        var code = $"{(carrier == "post" ? "KP" : "SG")}{Mixer.Below(900000, key, 8) + 100000}SE";
        var (subject, text) = (carrier, step) switch
        {
            ("post", 0) => ($"Ditt paket {code} är på väg", $"Hej Ada!\n\nDitt paket {code} (order {number}) har lämnat terminalen och väntas inom två arbetsdagar. Du får ett meddelande när det kan hämtas.\n\nVänliga hälsningar\nKustposten"),
            ("post", _) => ($"Hämta ditt paket {code}", $"Hej Ada!\n\nPaketet {code} ligger nu hos ombudet på Kajgatan 4. Ta med legitimation. Vi sparar det i fjorton dagar; därefter går det tillbaka till avsändaren.\n\nÖppet vardagar 8–20, lördagar 9–17."),
            (_, 0) => ($"Parcel {code} has been collected", $"Hello Ada,\n\nwe have collected parcel {code} for your order {number}. Expected at your door in one or two working days, between 10:00 and 14:00.\n\nIf nobody is in, the driver will leave it with the neighbour you named."),
            _ => ($"Delivered: {code}", $"Hello Ada,\n\nparcel {code} was delivered today and signed for by A. LINDQVIST.\n\nIs something broken? Please keep the wrapping and tell us within seven days."),
        };
        var sender = People.Senders[carrier];
        var post = new Post
        {
            Key = $"{key}/parcel/{step}",
            From = sender,
            To = [People.All["personal"].Mailbox()],
            Subject = subject,
            Date = clock.At(days, 9 * 60 + Mixer.Below(540, key, 11 + step)),
            Body = new MultipartAlternative
            {
                CharsetTexts.Part(MailClient.Plain, text + "\n"),
                CharsetTexts.Html($"<table width=\"100%\" bgcolor=\"#f4f6f8\"><tr><td align=\"center\"><table width=\"520\" bgcolor=\"#ffffff\" cellpadding=\"24\"><tr><td style=\"font-family:Arial,sans-serif\">{Bodies.Paragraphs(text)}<p><a href=\"https://track.{sender.Host}/{code}\" style=\"background:#0b5c8a;color:#ffffff;padding:10px 18px;border-radius:4px;text-decoration:none\">{code}</a></p></td></tr></table></td></tr></table>{Stated.Parcel(sender.Name, code, number, step == 0 ? "OrderInTransit" : carrier == "post" ? "OrderPickupAvailable" : "OrderDelivered")}<img src=\"https://track.{sender.Host}/o/{Mixer.Hex(key)}.gif\" width=\"1\" height=\"1\">"),
            },
        };
        return Delivery.Incoming(People.Personal, days > 60 ? Mixer.Below(4, key, 12) == 0 ? "Trash" : "Archive" : "INBOX", post);
    }
}
