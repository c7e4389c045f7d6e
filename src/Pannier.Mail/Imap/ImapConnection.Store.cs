using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<IReadOnlySet<Uid>> StoreAsync(
        MailboxRef mailbox, IReadOnlyList<Uid> uids, Keywords add, Keywords remove, CancellationToken cancellation) =>
        ActAsync(token => MarkAsync(mailbox, uids, add, remove, token), cancellation);

    private async Task<IReadOnlySet<Uid>> MarkAsync(
        MailboxRef mailbox, IReadOnlyList<Uid> uids, Keywords add, Keywords remove, CancellationToken cancellation)
    {
        if (uids.Count == 0) return new HashSet<Uid>();
        var folder = await SelectedAsync(mailbox, cancellation);
        BeginChange();
        await StoreAsync(folder, mailbox, uids, StoreAction.Add, ImapFlags.Flags(add), Storable(folder, ImapFlags.Names(add)), cancellation);
        await StoreAsync(folder, mailbox, uids, StoreAction.Remove, ImapFlags.Flags(remove), Storable(folder, ImapFlags.AllNames(remove)), cancellation);
        var now = await ReadKeywordsAsync(folder, mailbox, uids, cancellation);
        return now.Where(entry => (entry.Value & add) == add && (entry.Value & remove) == 0).Select(entry => entry.Key).ToHashSet();
    }

    private static async Task StoreAsync(
        IMailFolder folder, MailboxRef mailbox, IEnumerable<Uid> uids, StoreAction action, MessageFlags flags, List<string> names, CancellationToken cancellation)
    {
        if (flags == MessageFlags.None && names.Count == 0) return;
        await folder.StoreAsync(Ids(mailbox, uids), new StoreFlagsRequest(action, flags, names) { Silent = true }, cancellation);
    }

    /// <summary>A server that keeps only its own keywords may refuse the whole STORE for one it does not know.</summary>
    private static List<string> Storable(IMailFolder folder, IReadOnlyList<string> names) =>
        [.. names.Where(name => folder.PermanentFlags.HasFlag(MessageFlags.UserDefined) || folder.PermanentKeywords.Contains(name))];
}
