using MimeKit;
using Pannier.Demo.Seed.Files;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Letters begun and not yet sent (texts/drafts.txt: owner|to|days ago|file|subject|text).</summary>
internal static class Drafts
{
    public static IEnumerable<SeedMessage> Messages(SeedClock clock) => Texts.Lines("drafts.txt").Select((line, i) =>
    {
        var field = line.Split('|');
        var owner = People.All[field[0]];
        var text = field[5].Replace("\\n", "\n", StringComparison.Ordinal);
        var key = $"draft/{i}";
        var body = Bodies.Write(owner.Client, text, null);
        var post = new Post
        {
            Key = key,
            From = owner,
            To = [.. field[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(who => People.All[who].Mailbox())],
            Subject = field[4],
            Date = clock.At(int.Parse(field[2], System.Globalization.CultureInfo.InvariantCulture), 20 * 60 + i * 7),
            Body = field[3].Length == 0 ? body : new Multipart("mixed") { body, Attachment.Of(Path.GetExtension(field[3])[1..], field[3], text, key) },
        };
        return Delivery.Stored(owner.Address, "Drafts", post, post.ToBytes(), @"\Draft");
    });
}
