using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<IReadOnlyList<IndexEntry>> IndexAsync(MailboxRef mailbox, Uid from, CancellationToken cancellation) =>
        ActAsync(token => IndexFromAsync(mailbox, from, token), cancellation);

    private async Task<IReadOnlyList<IndexEntry>> IndexFromAsync(MailboxRef mailbox, Uid from, CancellationToken cancellation)
    {
        var folder = await FreshAsync(mailbox, cancellation);
        if (folder.Count == 0) return [];

        var range = new UniqueIdRange(mailbox.UidValidity, from.Value, uint.MaxValue);
        var found = await SureAsync(folder, () => folder.FetchAsync(range, MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Flags, cancellation));
        var entries = new List<IndexEntry>(found.Count);
        foreach (var one in found)
            if (one.UniqueId.Id >= from.Value && one.InternalDate is { } at) // n:* always answers the last message, even below n
                entries.Add(new IndexEntry(new Uid(one.UniqueId.Id), at, ReadKeywords(one)));

        entries.Sort((left, right) => left.Uid.CompareTo(right.Uid));
        return entries;
    }

    private static Keywords ReadKeywords(IMessageSummary one) => ImapFlags.Read(one.Flags ?? MessageFlags.None, one.Keywords);
}
