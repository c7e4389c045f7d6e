using System.Globalization;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Mail of the firm's forge: reviews as threads, and builds that broke and came right (texts/reviews.txt).</summary>
internal static class CodeReviews
{
    private const int Reviews = 54;
    private const int Builds = 34;
    private static readonly string[] _reviewers = ["mats", "ingrid", "oskar", "farah", "nadia"];

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        var parts = Texts.Parts("reviews.txt");
        for (var review = 0; review < Reviews; review++)
        {
            foreach (var message in Review(clock, parts, review))
                yield return message;
        }
        for (var build = 0; build < Builds; build++)
        {
            var days = clock.Workday(3 + (Builds - build) * 715 / Builds);
            yield return Build(clock, parts, build, days, "failed");
            if (Mixer.Below(3, "fixed", build) > 0)
                yield return Build(clock, parts, build, days, "fixed");
        }
    }

    private static IEnumerable<SeedMessage> Review(SeedClock clock, Dictionary<string, IReadOnlyList<string>> parts, int review)
    {
        var change = parts["changes"][review % parts["changes"].Count].Split('|');
        var number = 410 + review * 7;
        var days = clock.Workday(2 + (Reviews - review) * 718 / Reviews);
        var minute = 7 * 60 + Mixer.Below(300, "review", review);
        var thread = new List<string>();
        var turns = 3 + Mixer.Below(3, "turns", review);
        var author = Mixer.Pick(_reviewers, "author", review);
        for (var turn = 0; turn < turns; turn++)
        {
            var who = turn == 0 ? author : turn % 2 == 1 ? Mixer.Pick([.. _reviewers.Where(name => name != author)], "reviewer", review) : author;
            var key = $"review/{review}/{turn}";
            var text = turn == 0 ? $"{change[2]}\n\n  {change[1]}\n  2 files changed, {3 + Mixer.Below(70, key)} insertions(+), {Mixer.Below(40, key, 1)} deletions(-)\n\n{Diff(parts, key)}"
                : turn == turns - 1 ? $"Merged #{number} into main."
                : turn % 2 == 1 ? $"{change[1]}, line {12 + Mixer.Below(180, key)}:\n\n{Mixer.Pick(parts["remarks"], key)}"
                : Mixer.Pick(parts["answers"], key);
            var post = new Post
            {
                Key = key,
                From = People.Senders["forge"] with { Name = $"{People.All[who].Name} (Forge)" },
                To = [new MimeKit.MailboxAddress("tidewatch", "tidewatch@forge.northwind-labs.example")],
                Cc = [People.All["work"].Mailbox()],
                Subject = $"{(turn == 0 ? "" : "Re: ")}[tidewatch] {change[0]} (#{number})",
                Date = clock.At(days, minute + turn * 37 + Mixer.Below(30, key, 2)),
                References = [.. thread],
                Fields =
                [
                    ("List-Id", "tidewatch <tidewatch.forge.northwind-labs.example>"),
                    ("X-Forge-Reason", turn == 0 ? "review_requested" : "subscribed"),
                    ("X-Forge-Sender", who),
                ],
                Body = CharsetTexts.Part(MailClient.Plain, $"{text}\n\n-- \nReply to this message or open it on the forge:\nhttps://forge.northwind-labs.example/tidewatch/{number}\n"),
            };
            thread.Add(post.MessageId);
            yield return Delivery.Incoming(People.Work, "Reviews", post);
        }
    }

    private static string Diff(Dictionary<string, IReadOnlyList<string>> parts, string key)
    {
        var line = 10 + Mixer.Below(200, key, 4);
        return $"@@ -{line},4 +{line},6 @@\n{Mixer.Pick(parts["diffs"], key, 5).Replace("\\n", "\n", StringComparison.Ordinal)}";
    }

    private static SeedMessage Build(SeedClock clock, Dictionary<string, IReadOnlyList<string>> parts, int build, int days, string state)
    {
        var key = $"build/{build}/{state}";
        var number = 2200 + build * 61 + (state == "fixed" ? 2 : 0);
        var failure = Mixer.Pick(parts["failures"], "failure", build);
        var text = state == "failed"
            ? $"Build {number} of tidewatch/main FAILED after {2 + Mixer.Below(9, key)} min.\n\n{failure}\n"
            : $"Build {number} of tidewatch/main is fixed.\n\n{412 + build * 3} tests passed, 0 failed.\n";
        var first = $"build/{build}/failed";
        var post = new Post
        {
            Key = key,
            From = People.Senders["builds"],
            To = [People.All["work"].Mailbox()],
            Subject = string.Create(CultureInfo.InvariantCulture, $"tidewatch/main: build {number} {state}"),
            Date = clock.At(days, (state == "failed" ? 11 : 13) * 60 + Mixer.Below(55, key)),
            References = state == "fixed" ? [$"{Mixer.Hex(first)}.{Mixer.Below(9000, first, 1) + 1000}@{People.Senders["builds"].Host}"] : [],
            Fields = [("Auto-Submitted", "auto-generated"), ("X-Priority", state == "failed" ? "2" : "3")],
            Body = CharsetTexts.Part(MailClient.Plain, text),
        };
        return Delivery.Incoming(People.Work, "Builds", post);
    }
}
