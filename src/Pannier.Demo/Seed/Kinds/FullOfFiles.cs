using System.Text;
using MimeKit;
using Pannier.Demo.Seed.Files;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>One message with files of all kinds: what can be shown, looked into, opened inside, and what is warned of. Nothing in it does anything.</summary>
internal static class FullOfFiles
{
    private const string Key = "files";

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        const string Text = "Hello Ada,\n\nhere is all I have about the summer house: pictures, the plan, the papers, and what the agent sent on.\nI would not open the last one: it says it is a PDF and is none.\n\nElsa\n";
        var body = new Multipart("mixed")
        {
            CharsetTexts.Part(MailClient.Plain, Text),
            File("image", "png", "Summer house.png", Png.Seascape(Key, 640, 400)),
            File("application", "pdf", "Plan.pdf", Pdf.Page("Plan of the summer house", ["Two rooms, a kitchen and a veranda.", "The well is by the birch."])),
            File("text", "csv", "Costs.csv", Encoding.UTF8.GetBytes("what,cost\nroof,4200\nwindows,1850\npaint,310\n")),
            File("application", "zip", "Papers.zip", ZipPackage.Of(
                ("Papers/Read me.txt", Encoding.UTF8.GetBytes("What is in here: the deed and a picture.\n")),
                ("Papers/Deed.pdf", Pdf.Page("Deed", ["Of the summer house."])),
                ("Papers/Well.png", Png.Seascape("well", 160, 100)),
                ("../../outside.txt", Encoding.UTF8.GetBytes("A name that leads out of its folder.\n")))),
            File("application", "ms-tnef", "winmail.dat", Tnef.Of("From the agent", "Dear Elsa,\n\nthe keys are at the harbour office.\n\nThe agent\n", ("Keys.txt", Encoding.UTF8.GetBytes("Harbour office, ask for Tove.\n")))),
            new MessagePart("rfc822") { Message = Inner(clock).ToMessage() },
            File("application", "pdf", "Contract.pdf.exe", Encoding.ASCII.GetBytes("MZ This only begins as programs do. It is a line of text and does nothing.\r\n")),
        };
        var post = new Post { Key = Key, From = People.All["elsa"], To = [People.All["personal"].Mailbox()], Subject = "The summer house, all papers", Date = clock.At(1, 17 * 60 + 20), Body = body };
        yield return Delivery.Incoming(People.Personal, "INBOX", post);
    }

    private static Post Inner(SeedClock clock) => new()
    {
        Key = Key + "/inner",
        From = People.All["ben"],
        To = [People.All["elsa"].Mailbox()],
        Subject = "Boat to the island",
        Date = clock.At(2, 9 * 60),
        Body = new Multipart("mixed")
        {
            CharsetTexts.Html("<html><body><p>Hi Elsa,</p><p>the boat leaves at <b>9:40</b>. The timetable is below.</p><p>Ben</p></body></html>"),
            File("text", "plain", "Timetable.txt", Encoding.UTF8.GetBytes("out  09:40  14:10\nback 11:15  18:30\n")),
        },
    };

    private static MimePart File(string type, string subtype, string name, byte[] content) => new(type, subtype)
    {
        Content = new MimeContent(new MemoryStream(content)),
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name },
    };
}
