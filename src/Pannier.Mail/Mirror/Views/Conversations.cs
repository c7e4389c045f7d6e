using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Views;

/// <summary>The messages that belong to one, over all mailboxes and accounts of a person.</summary>
public static class Conversations
{
    private const int MostPeople = 10;

    /// <summary>All of them, oldest first, each once; copies in Junk, Trash and Drafts only where the message itself is in such a mailbox.</summary>
    /// <returns>Empty when the message is not held.</returns>
    public static IReadOnlyList<Row> Of(MirrorVersion version, MessageKey key)
    {
        if (Held(version, key) is not { } home) return [];

        var isAside = IsAside(home.Role);
        var rows = new List<(Row Row, ulong Id, bool IsHome)>();
        foreach (var member in version.Threads?.Members(key, home.Image.LinksAt(home.Image.Find(key.Uid)).Id) ?? [])
            if (Held(version, member.Key) is var (image, role) && (isAside || !IsAside(role) || member.Key == key)) rows.Add((new Row(member.Key, image.Read(image.Find(member.Key.Uid))), member.Id, member.Key == key || (member.Key.Account == key.Account && role == home.Role)));

        return [.. rows.GroupBy(one => one.Id).Select(copies => copies.OrderByDescending(one => one.Row.Key == key).ThenByDescending(one => one.IsHome).ThenBy(one => one.Row.Key.Account).First().Row).OrderBy(row => row.Message.ReceivedAt).ThenBy(row => row.Key.Uid)];
    }

    public static ConversationSummary Summary(IReadOnlyList<Row> rows) => new(
        rows.Count,
        [.. rows.SelectMany(row => row.Message.Envelope.From.Take(1)).DistinctBy(person => person.Address, StringComparer.OrdinalIgnoreCase).Take(MostPeople)],
        rows.Aggregate(Keywords.None, static (all, row) => all | row.Message.Keywords),
        rows.Count(row => !row.Message.Keywords.HasFlag(Keywords.Seen)));

    /// <summary>The given messages and all of their conversations, or copies, that a list holds as well: what an act on their rows is meant for.</summary>
    public static IReadOnlyList<MessageKey> In(MirrorVersion version, Query query, IReadOnlyList<MessageKey> keys)
    {
        var mailboxes = MirrorLists.Mailboxes(version, query).Select(mailbox => mailbox.Id).ToHashSet();
        var all = new HashSet<MessageKey>(keys);
        foreach (var key in keys)
        {
            if (Held(version, key) is not var (image, _)) continue;
            var id = image.LinksAt(image.Find(key.Uid)).Id;
            all.UnionWith((version.Threads?.Members(key, id) ?? []).Where(member => mailboxes.Contains(member.Key.Mailbox) && (query.Grouping == Grouping.Conversations || member.Id == id) && Held(version, member.Key) is not null).Select(member => member.Key));
        }

        return [.. all];
    }

    private static bool IsAside(MailboxRole role) => role is MailboxRole.Junk or MailboxRole.Trash or MailboxRole.Drafts;

    private static (MailboxImage Image, MailboxRole Role)? Held(MirrorVersion version, MessageKey key) =>
        version.Accounts.GetValueOrDefault(key.Account) is { } account && account.Images.GetValueOrDefault(key.Mailbox) is { } image && image.Point.UidValidity == key.UidValidity && image.Find(key.Uid) >= 0
            ? (image, account.Mailboxes.FirstOrDefault(mailbox => mailbox.Id == key.Mailbox)?.Role ?? MailboxRole.None)
            : null;
}
