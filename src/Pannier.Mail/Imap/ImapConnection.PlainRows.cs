using MailKit;

namespace Pannier.Mail.Imap;

// Messages of which a server says what MailKit does not take, as a subject of 28 KB: it refuses literals over 4,096 octets in ENVELOPE
// and BODYSTRUCTURE. One such message must not cost the others of its mailbox.
internal sealed partial class ImapConnection
{
    /// <summary>What is read of a header block for a list, octets.</summary>
    private const int MostHeader = 64 * 1024;

    private const MessageSummaryItems PlainItems = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size | MessageSummaryItems.Flags;

    /// <summary>Rows made of the header block itself. Whether they carry files is not known; no preview is read.</summary>
    private async Task<IReadOnlyList<MessageRow>> PlainRowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        var rows = new List<MessageRow>(uids.Count);
        foreach (var one in await PlainFactsAsync(mailbox, uids, cancellation))
            if (await PlainRowAsync(mailbox, one, cancellation) is { } row) rows.Add(row);

        return rows;
    }

    /// <summary>What any server tells of any message that is there, ascending.</summary>
    private Task<List<IMessageSummary>> PlainFactsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) => ActAsync(
        async token =>
        {
            var folder = await SelectedAsync(mailbox, token);
            return Complete(await SureAsync(folder, () => folder.FetchAsync(Ids(mailbox, uids), PlainItems, token)), uids).ToList();
        },
        cancellation);

    /// <returns>Null when it is gone.</returns>
    private async Task<MessageRow?> PlainRowAsync(MailboxRef mailbox, IMessageSummary one, CancellationToken cancellation)
    {
        try
        {
            using var head = await ActAsync(token => PlainHeadAsync(mailbox, one.UniqueId, token), cancellation);
            return Row(one) with { Envelope = head.Envelope, Thread = head.Thread };
        }
        catch (MailFault fault) when (fault.Kind == MailFaultKind.NotFound)
        {
            return null;
        }
        catch (MailFault fault) when (MayBeOfOneMessage(fault))
        {
            await RenewAsync(fault, cancellation); // not even that: it is listed as what is known of it
            return Row(one);
        }
    }

    private async Task<PlainHeader> PlainHeadAsync(MailboxRef mailbox, UniqueId id, CancellationToken cancellation)
    {
        var folder = await SelectedAsync(mailbox, cancellation);
        await using var octets = await folder.GetStreamAsync(id, "HEADER", 0, MostHeader, cancellation);
        return await PlainHeader.ReadAsync(octets, cancellation);
    }
}
