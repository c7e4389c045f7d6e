using System.Globalization;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>The one newsletter whose pictures are really there, on the demo's own web server: with two counters, links that tell, and a wish to be told (texts/postcards.html).</summary>
internal static class Postcards
{
    private const string Key = "almanac/postcards";

    /// <param name="port">Where the pictures are, on 127.0.0.1.</param>
    public static SeedMessage Message(SeedClock clock, int port)
    {
        var (owner, sender) = (People.Owner[0], People.Senders["almanac"]);
        var page = Texts.Read("postcards.html").Replace("%PICTURES%", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), StringComparison.Ordinal).Replace("%HOST%", sender.Host, StringComparison.Ordinal);
        return Delivery.Incoming(owner.Address, "INBOX", new Post
        {
            Key = Key,
            From = sender,
            To = [owner.Mailbox()],
            Subject = "Postcards from readers: the sea in October",
            Date = clock.At(1, 7 * 60),
            Fields = [("Disposition-Notification-To", $"{sender.Name} <opened@{sender.Host}>")],
            Body = CharsetTexts.Html(page),
        });
    }
}
