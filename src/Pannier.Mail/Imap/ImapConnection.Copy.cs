using MailKit;
using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private const MessageSummaryItems MatchItems =
        MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size | MessageSummaryItems.Envelope;

    public Task<CopyResult> CopyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation) =>
        ActAsync(token => CopyToAsync(mailbox, uids, to, token), cancellation);

    private async Task<CopyResult> CopyToAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation)
    {
        var target = await FolderAsync(to, cancellation);
        var folder = await SelectedAsync(mailbox, cancellation);
        if (uids.Count == 0) return new CopyResult(null, new Dictionary<Uid, Uid?>());
        return _client.Capabilities.HasFlag(ImapCapabilities.UidPlus)
            ? await CopyTellingAsync(folder, target, mailbox, uids, cancellation)
            : await CopyAndLookAsync(folder, target, mailbox, uids, cancellation);
    }

    /// <summary>UIDPLUS: the server says what it copied (COPYUID).</summary>
    private async Task<CopyResult> CopyTellingAsync(
        IMailFolder folder, IMailFolder target, MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        BeginChange();
        return Result(await folder.CopyToAsync(Ids(mailbox, uids), target, cancellation));
    }

    /// <summary>Without UIDPLUS the copies are found among what the target gained: by Message-ID and size, else by size and INTERNALDATE.</summary>
    private async Task<CopyResult> CopyAndLookAsync(
        IMailFolder folder, IMailFolder target, MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        var originals = await SequencesAsync(folder, mailbox, uids, cancellation);
        if (originals.Count == 0) return new CopyResult(null, new Dictionary<Uid, Uid?>());
        var arrivals = await ArrivalsAsync(target, cancellation);
        BeginChange();
        await folder.CopyToAsync([.. originals.Select(one => one.Index)], target, cancellation);
        var copies = await arrivals.LookAsync(this, MatchItems, cancellation);
        return new CopyResult(arrivals.UidValidity, CopyMatch.Pair(originals, copies));
    }

    /// <summary>
    /// MailKit names messages by sequence number where UIDPLUS lacks. Numbers shift when another client expunges, so they
    /// are taken only from an answer during which nothing went; after it the server may tell of none before our next command is numbered.
    /// </summary>
    private static async Task<IReadOnlyList<IMessageSummary>> SequencesAsync(
        IMailFolder folder, MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        const int tries = 5;
        for (var at = 0; at < tries; at++)
        {
            var shifted = false;
            void Note(object? sender, MessageEventArgs e) => shifted = true;
            folder.MessageExpunged += Note;
            try
            {
                var found = await folder.FetchAsync(Ids(mailbox, uids), MatchItems, cancellation);
                if (!shifted) return [.. Complete(found, uids)];
            }
            finally
            {
                folder.MessageExpunged -= Note;
            }
        }

        throw new MailFault(MailFaultKind.Refused);
    }

    private static CopyResult Result(UniqueIdMap? map)
    {
        var uids = new Dictionary<Uid, Uid?>();
        if (map is null || map.Count == 0) return new CopyResult(null, uids);
        foreach (var (from, to) in map) uids[new Uid(from.Id)] = new Uid(to.Id);
        return new CopyResult(map.Destination[0].Validity is not 0 and var validity ? validity : null, uids);
    }
}
