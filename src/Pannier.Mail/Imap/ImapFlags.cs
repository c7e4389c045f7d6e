using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>Keywords as IMAP flags and back. Flags nobody here knows are ignored, never removed.</summary>
internal static class ImapFlags
{
    private static readonly (Keywords Keyword, MessageFlags Flag)[] System =
    [
        (Keywords.Seen, MessageFlags.Seen), (Keywords.Answered, MessageFlags.Answered), (Keywords.Flagged, MessageFlags.Flagged),
        (Keywords.Draft, MessageFlags.Draft), (Keywords.Deleted, MessageFlags.Deleted),
    ];

    /// <summary>The first name is the one we set; the others are what other clients set for the same.</summary>
    private static readonly (Keywords Keyword, string[] Names)[] Named =
    [
        (Keywords.Forwarded, ["$Forwarded", "Forwarded"]), (Keywords.Junk, ["$Junk", "Junk"]),
        (Keywords.NotJunk, ["$NotJunk", "NonJunk", "NotJunk"]), (Keywords.MdnSent, ["$MDNSent"]),
    ];

    public static Keywords Read(MessageFlags flags, IEnumerable<string> names)
    {
        var keywords = Keywords.None;
        foreach (var (keyword, flag) in System)
            if (flags.HasFlag(flag)) keywords |= keyword;

        foreach (var name in names)
            foreach (var (keyword, known) in Named)
                if (known.Contains(name, StringComparer.OrdinalIgnoreCase)) keywords |= keyword;

        return keywords;
    }

    public static MessageFlags Flags(Keywords keywords)
    {
        var flags = MessageFlags.None;
        foreach (var (keyword, flag) in System)
            if (keywords.HasFlag(keyword)) flags |= flag;

        return flags;
    }

    /// <summary>The names to set.</summary>
    public static IReadOnlyList<string> Names(Keywords keywords) =>
        [.. Named.Where(entry => keywords.HasFlag(entry.Keyword)).Select(entry => entry.Names[0])];

    /// <summary>Every name the keyword goes by, to take off all of them.</summary>
    public static IReadOnlyList<string> AllNames(Keywords keywords) =>
        [.. Named.Where(entry => keywords.HasFlag(entry.Keyword)).SelectMany(entry => entry.Names)];
}
