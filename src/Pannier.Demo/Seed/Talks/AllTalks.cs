namespace Pannier.Demo.Seed.Talks;

/// <summary>All talks of all scripts, spread evenly over two years.</summary>
internal static class AllTalks
{
    private const int Days = 727;
    private static readonly string[] _files = ["talks-work.txt", "talks-family.txt", "talks-club.txt", "talks-list.txt", "talks-languages.txt", "talks-today.txt"];

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        var scripts = _files.SelectMany(TalkReader.Read).ToList();
        foreach (var recent in scripts.Where(script => script.Recent is not null))
        {
            foreach (var message in new Talking(recent, 0, recent.Mailbox).Play(clock.MinutesAgo(recent.Recent!.Value), clock.Now)) // asked for just above
                yield return message;
        }
        // A script's uses lie far apart: all scripts once, then all again.
        var talks = scripts.Where(script => script.Recent is null).SelectMany(script => Enumerable.Range(0, script.Uses).Select(use => (script, use)))
            .OrderBy(talk => talk.use).ThenBy(talk => Mixer.Of(talk.script.Key)).ToList();
        for (var i = 0; i < talks.Count; i++)
        {
            var (script, use) = talks[i];
            var days = 1 + (int)((long)i * Days / talks.Count);
            var minute = 7 * 60 + Mixer.Below(11 * 60, script.Key, use);
            var start = clock.At(script.Owner == "work" ? clock.Workday(days) : days, minute);
            foreach (var message in new Talking(script, use, Filed(script, days, use)).Play(start, clock.At(0, 0)))
                yield return message;
        }
    }

    // Half of what is old has been tidied away.
    private static string Filed(TalkScript script, int days, int use) =>
        script.Mailbox == "INBOX" && days > 240 && Mixer.Below(2, script.Key, use + 50) == 0 ? "Archive" : script.Mailbox;
}
