using MimeKit;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Bookings of one journey, with what each states for programs, and a card of somebody met on it.</summary>
internal static class Trips
{
    private static readonly TimeSpan Summer = TimeSpan.FromHours(1);

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        var owner = People.All["personal"];
        var leave = Local(clock, -12, 7, 40);
        yield return Booked("trip/flight", "rail", "Your booking RXJ34P: Göteborg to Lisboa", clock.At(9, 600),
            "Thank you for your booking. You leave Göteborg Landvetter early in the morning and are in Lisboa for lunch. Bags up to 8 kg go with you, others at the counter.",
            Stated.Flight("RXJ34P", owner.Name, "NC 417", "Northern Coast Air", ("Göteborg Landvetter", "GOT", leave), ("Lisboa", "LIS", leave.AddHours(4).AddMinutes(25)))
            + Stated.Lodging("88-1204", owner.Name, "Casa da Maré", "Rua do Cais 14", "Lisboa", Local(clock, -12, 15, 0), Local(clock, -16, 11, 0)));
        yield return Booked("trip/concert", "museum", "Ihre Karten: Konzert am Hafen", clock.At(8, 700),
            "Ihre zwei Karten liegen an der Abendkasse bereit. Der Einlass beginnt eine Stunde vorher.",
            Stated.Event("Konzert am Hafen", "Museum am Hafen", "Kaistraße 3, Hamburg", Local(clock, -20, 19, 30)));
        var post = new Post
        {
            Key = "trip/card",
            From = People.All["priya"],
            To = [owner.Mailbox()],
            Subject = "The guide in Lisboa",
            Date = clock.At(7, 640),
            Body = new Multipart("mixed")
            {
                CharsetTexts.Part(MailClient.Plain, "Ada, this is the guide I told you of. She knows every tide pool along the river.\n\nPriya\n"),
                Card(),
            },
        };
        yield return Delivery.Incoming(People.Personal, "Reisen/Lisboa", post);
    }

    private static SeedMessage Booked(string key, string sender, string subject, DateTimeOffset date, string text, string stated)
    {
        var from = People.Senders[sender];
        var post = new Post
        {
            Key = key,
            From = from,
            To = [People.All["personal"].Mailbox()],
            Subject = subject,
            Date = date,
            Body = new MultipartAlternative
            {
                CharsetTexts.Part(MailClient.Plain, text + "\n"),
                CharsetTexts.Html($"<div style=\"max-width:560px;font:15px/1.5 Helvetica,Arial,sans-serif\">{Bodies.Paragraphs(text)}<p><a href=\"https://www.{from.Host}/booking\">{subject}</a></p></div>{stated}"),
            },
        };
        return Delivery.Incoming(People.Personal, "Reisen/Lisboa", post);
    }

    private static TextPart Card()
    {
        var card = CharsetTexts.Part("vcard", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Inês Carvalho\r\nORG:Passeios da Maré\r\nTITLE:Guide\r\nTEL;TYPE=cell:+351 210 000 000\r\nEMAIL:ines@passeios-da-mare.example\r\nADR:;;Rua do Cais 2;Lisboa;;1100-001;Portugal\r\nEND:VCARD\r\n", System.Text.Encoding.UTF8, ContentEncoding.QuotedPrintable);
        card.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "ines.vcf" };
        return card;
    }

    // Days from now are days ago below zero.
    private static DateTimeOffset Local(SeedClock clock, int days, int hour, int minute) => new DateTimeOffset(clock.At(days, 0).Date, Summer).AddHours(hour).AddMinutes(minute);
}
