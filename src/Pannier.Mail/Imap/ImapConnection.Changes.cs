using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<MailboxChanges> ChangesAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation) =>
        ActAsync(token => _quickResync ? ResyncAsync(mailbox, from, since, token) : ChangedSinceAsync(mailbox, from, since, token), cancellation);

    private async Task<MailboxChanges> ChangedSinceAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation)
    {
        var folder = await FreshAsync(mailbox, cancellation);
        if (!folder.Supports(FolderFeature.ModSequences)) throw new MailFault(MailFaultKind.Unsupported);
        if (folder.Count == 0) return new([], null);

        var range = new UniqueIdRange(mailbox.UidValidity, from.Value, uint.MaxValue);
        var items = MessageSummaryItems.UniqueId | MessageSummaryItems.Flags | MessageSummaryItems.ModSeq;
        var found = await SureAsync(folder, () => folder.FetchAsync(range, new FetchRequest(items) { ChangedSince = since }, cancellation));
        return new([.. found.Where(one => one.UniqueId.Id >= from.Value && one.Flags is not null).Select(one => new FlagChange(new Uid(one.UniqueId.Id), ReadKeywords(one))).OrderBy(change => change.Uid)], null);
    }

    /// <summary>Selects the mailbox with what is known of it: the answer tells what changed and what vanished since (RFC 7162 §3.2.5).</summary>
    private async Task<MailboxChanges> ResyncAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation)
    {
        var folder = await FolderAsync(mailbox.Name, cancellation);
        var told = new SortedDictionary<Uid, Keywords>();
        var vanished = new List<string>();
        void Flags(object? sender, MessageFlagsChangedEventArgs change)
        {
            if (change.UniqueId is { Id: var uid } && uid >= from.Value) told[new Uid(uid)] = ImapFlags.Read(change.Flags, change.Keywords);
        }

        void Vanished(object? sender, MessagesVanishedEventArgs gone) => vanished.Add(gone.UniqueIds is UniqueIdSet set ? set.ToString() : UniqueIdSet.ToString(gone.UniqueIds));
        folder.MessageFlagsChanged += Flags;
        folder.MessagesVanished += Vanished;
        try
        {
            await SelectAsync(folder, () => folder.OpenAsync(FolderAccess.ReadWrite, mailbox.UidValidity, since, [], cancellation));
        }
        finally
        {
            folder.MessageFlagsChanged -= Flags;
            folder.MessagesVanished -= Vanished;
        }

        if (folder.UidValidity != mailbox.UidValidity) throw new MailFault(MailFaultKind.UidValidityChanged);
        if (!folder.Supports(FolderFeature.ModSequences)) throw new MailFault(MailFaultKind.Unsupported);
        return new([.. told.Select(one => new FlagChange(one.Key, one.Value))], UidRanges.Read(string.Join(',', vanished)));
    }
}
