using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private const int MostRows = 500;

    private const MessageSummaryItems RowItems = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size
        | MessageSummaryItems.Flags | MessageSummaryItems.Envelope | MessageSummaryItems.BodyStructure;

    public Task<IReadOnlyList<MessageRow>> RowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(uids.Count, MostRows);
        return ActAsync(token => ReadRowsAsync(mailbox, uids, previews, token), cancellation);
    }

    private async Task<IReadOnlyList<MessageRow>> ReadRowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, CancellationToken cancellation)
    {
        if (uids.Count == 0) return [];
        var folder = await SelectedAsync(mailbox, cancellation);
        var items = (previews == Previews.Leave ? MessageSummaryItems.None : Threading()) | previews switch
        {
            Previews.Read => RowItems | MessageSummaryItems.PreviewText,
            Previews.Headers => RowItems & ~MessageSummaryItems.BodyStructure,
            _ => RowItems,
        };
        IReadOnlyList<IMessageSummary> complete = [.. Complete(await SureAsync(folder, () => folder.FetchAsync(Ids(mailbox, uids), items, cancellation)), uids)];
        return previews == Previews.Read ? await WithPreviewsAsync(folder, mailbox, complete, cancellation) : [.. complete.Select(Row)];
    }

    /// <summary>What tells of conversations: the References header, and the provider's threads where it has them.</summary>
    private MessageSummaryItems Threading() =>
        MessageSummaryItems.References
        | (Features.HasFlag(StoreFeatures.GmailSearch) ? MessageSummaryItems.GMailThreadId : MessageSummaryItems.None)
        | (Features.HasFlag(StoreFeatures.ObjectId) ? MessageSummaryItems.ThreadId : MessageSummaryItems.None);

    /// <summary>A server also tells, unasked, of flags that changed elsewhere: those are not rows.</summary>
    private static IEnumerable<IMessageSummary> Complete(IEnumerable<IMessageSummary> found, IReadOnlyCollection<Uid> asked)
    {
        var wanted = asked.ToHashSet();
        return found
            .Where(one => one.UniqueId.Id != 0 && one.InternalDate is not null && wanted.Contains(new Uid(one.UniqueId.Id)))
            .OrderBy(one => one.UniqueId.Id);
    }

    private static MessageRow Row(IMessageSummary one) => new(
        new Uid(one.UniqueId.Id),
        one.InternalDate ?? DateTimeOffset.UnixEpoch,
        one.Size ?? 0,
        ReadKeywords(one),
        ImapEnvelopes.Read(one.Envelope),
        one.Body is { } body ? AttachmentMarks.Of(ImapStructure.Read(body)) : AttachmentMark.Unknown,
        null)
    {
        Thread = ThreadHints.Of([.. one.References ?? []], one.Envelope?.InReplyTo, one.GMailThreadId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? one.ThreadId),
    };
}
