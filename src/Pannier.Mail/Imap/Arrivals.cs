using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>A place in a mailbox before something is put there, to find it afterwards.</summary>
internal sealed class Arrivals(IMailFolder folder, uint uidValidity, uint uidNext)
{
    public uint UidValidity => uidValidity;

    /// <summary>What came since; nothing when the mailbox was made anew meanwhile. Selects it.</summary>
    public async Task<IReadOnlyList<IMessageSummary>> LookAsync(ImapConnection connection, MessageSummaryItems items, CancellationToken cancellation)
    {
        await connection.ReselectAsync(folder, cancellation);
        if (folder.UidValidity != uidValidity || folder.Count == 0) return [];
        var found = await ImapConnection.SureAsync(folder, () => folder.FetchAsync(new UniqueIdRange(uidValidity, uidNext, uint.MaxValue), items, cancellation));
        return [.. found.Where(one => one.UniqueId.Id >= uidNext)];
    }
}
