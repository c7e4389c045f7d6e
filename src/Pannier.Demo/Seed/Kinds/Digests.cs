using System.Globalization;
using MimeKit;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>The weekly digest of a mailing list: RFC 1153 text in odd weeks, multipart/digest (RFC 2046 §5.1.5) in even ones.</summary>
internal static class Digests
{
    private const int Weeks = 52;
    private static readonly string[] _writers = ["henrik", "marta", "kofi", "isabel", "ravi", "jun"];

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        var items = Texts.Lines("digest.txt").Select(line => line.Split('|')).ToList();
        for (var week = 1; week <= Weeks; week++)
        {
            var key = $"digest/{week}";
            var date = clock.At(4 + (Weeks - week) * 7, 6 * 60);
            var chosen = Enumerable.Range(0, 3 + Mixer.Below(3, key)).Select(i => Inner(items[(week * 3 + i) % items.Count], key, i, date)).ToList();
            var post = new Post
            {
                Key = key,
                From = People.Senders["openmaps"],
                To = [new MailboxAddress("openmaps", "openmaps@lists.openmaps.example")],
                Subject = string.Create(CultureInfo.InvariantCulture, $"openmaps Digest, Vol {11 + week / 26}, Issue {week}"),
                Date = date,
                Fields = [("List-Id", "Open Maps <openmaps.lists.openmaps.example>"), ("List-Unsubscribe", "<https://lists.openmaps.example/leave/openmaps>"), ("Precedence", "list")],
                Body = week % 2 == 0 ? Parts(chosen) : Text(chosen),
            };
            yield return Delivery.Incoming(People.Club, "Lists/Digests", post);
        }
    }

    private static Post Inner(string[] item, string key, int index, DateTimeOffset date) => new()
    {
        Key = $"{key}/{index}",
        From = People.All[Mixer.Pick(_writers, key, index + 1)],
        To = [new MailboxAddress("openmaps", "openmaps@lists.openmaps.example")],
        Subject = "[openmaps] " + item[0],
        Date = date.AddHours(-20 * (index + 1)),
        Body = CharsetTexts.Part(MailClient.Plain, item[1] + "\n"),
    };

    private static Multipart Parts(List<Post> posts)
    {
        var digest = new Multipart("digest");
        foreach (var post in posts)
            digest.Add(new MessagePart("rfc822") { Message = post.ToMessage() });
        return new Multipart("mixed") { CharsetTexts.Part(MailClient.Plain, Contents(posts)), digest };
    }

    private static TextPart Text(List<Post> posts) => CharsetTexts.Part(MailClient.Plain,
        Contents(posts) + new string('-', 70) + "\n\n" + string.Join($"\n{new string('-', 30)}\n\n", posts.Select(post =>
            $"Date: {post.Date.ToString("ddd, d MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}\nFrom: {post.From.Name} <{post.From.Address}>\nSubject: {post.Subject}\nMessage-ID: <{post.MessageId}>\n\n{((TextPart)post.Body).Text}"))
        + "\nEnd of openmaps Digest\n**********************\n");

    private static string Contents(List<Post> posts) =>
        "Today's Topics:\n\n" + string.Concat(posts.Select((post, i) => string.Create(CultureInfo.InvariantCulture, $"   {i + 1}. {post.Subject[11..]} ({post.From.Name})\n"))) + "\n";
}
