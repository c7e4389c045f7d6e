using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private const int MostRows = 500;

    /// <summary>Each costs a connection; where there are more in one fetch, whatever is left of it is read plainly.</summary>
    private const int MostOdd = 4;

    private const MessageSummaryItems RowItems = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size
        | MessageSummaryItems.Flags | MessageSummaryItems.Envelope | MessageSummaryItems.BodyStructure;

    public async Task<IReadOnlyList<MessageRow>> RowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(uids.Count, MostRows);
        var plainly = uids.Where(uid => _odd.Has(mailbox, uid)).ToList();
        IReadOnlyList<Uid> asked = [.. uids.Except(plainly)];
        IReadOnlyList<MessageRow> rows = [];
        for (var tries = 1; asked.Count > 0; tries++)
        {
            var told = new HashSet<Uid>();
            try
            {
                rows = await ActAsync(token => ReadRowsAsync(mailbox, asked, previews, told, token), cancellation);
                break;
            }
            catch (MailFault fault) when (MayBeOfOneMessage(fault))
            {
                await RenewAsync(fault, cancellation);
                var odd = tries == MostOdd ? asked : await OddAsync(mailbox, asked, told, cancellation);
                plainly.AddRange(odd);
                asked = [.. asked.Except(odd)];
            }
        }

        return plainly.Count == 0 ? rows : [.. rows.Concat(await PlainRowsAsync(mailbox, plainly, cancellation)).OrderBy(row => row.Uid)];
    }

    /// <summary>
    /// What a fetch broke at: servers answer in order, so it is the first message of which nothing was told. Where all were, nobody
    /// knows, and none is asked for again.
    /// </summary>
    private async Task<IReadOnlyList<Uid>> OddAsync(MailboxRef mailbox, IReadOnlyList<Uid> asked, HashSet<Uid> told, CancellationToken cancellation)
    {
        var there = await PlainFactsAsync(mailbox, asked, cancellation);
        if (there.Select(one => new Uid(one.UniqueId.Id)).Where(uid => !told.Contains(uid)).Take(1).ToList() is not [var odd]) return asked;

        _odd.Add(mailbox, odd);
        return [odd];
    }

    private async Task<IReadOnlyList<MessageRow>> ReadRowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, HashSet<Uid> told, CancellationToken cancellation)
    {
        var folder = await SelectedAsync(mailbox, cancellation);
        var items = (previews == Previews.Leave ? MessageSummaryItems.None : Threading()) | previews switch
        {
            Previews.Read => RowItems | MessageSummaryItems.PreviewText,
            Previews.Headers => RowItems & ~MessageSummaryItems.BodyStructure,
            _ => RowItems,
        };
        void Note(object? sender, MessageSummaryFetchedEventArgs e)
        {
            if (e.Message.UniqueId.Id != 0) told.Add(new Uid(e.Message.UniqueId.Id));
        }

        folder.MessageSummaryFetched += Note;
        try
        {
            IReadOnlyList<IMessageSummary> complete = [.. Complete(await SureAsync(folder, () => folder.FetchAsync(Ids(mailbox, uids), items, cancellation)), uids)];
            return previews == Previews.Read ? await WithPreviewsAsync(folder, mailbox, complete, cancellation) : [.. complete.Select(Row)];
        }
        finally
        {
            folder.MessageSummaryFetched -= Note;
        }
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
