using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public async Task<AppendResult> AppendAsync(
        MailboxName mailbox, Stream message, Keywords keywords, DateTimeOffset? receivedAt, CancellationToken cancellation)
    {
        using var raw = await RawMessage.ReadAsync(message, cancellation);
        if (_client.AppendLimit is { } most && raw.Octets > most) throw new MailFault(MailFaultKind.TooLarge);
        return await ActAsync(_options.TransferLimit, token => FileAsync(mailbox, raw, keywords, receivedAt, token), cancellation);
    }

    private async Task<AppendResult> FileAsync(
        MailboxName mailbox, RawMessage raw, Keywords keywords, DateTimeOffset? receivedAt, CancellationToken cancellation)
    {
        var target = await FolderAsync(mailbox, cancellation);
        var arrivals = _client.Capabilities.HasFlag(MailKit.Net.Imap.ImapCapabilities.UidPlus) ? null : await ArrivalsAsync(target, cancellation);
        var request = new AppendRequest(raw.Message, ImapFlags.Flags(keywords), ImapFlags.Names(keywords)) { InternalDate = receivedAt };
        BeginChange();
        if (await target.AppendAsync(request, cancellation) is { } id) return new AppendResult(id.Validity, new Uid(id.Id));
        return arrivals is null ? new AppendResult(null, null) : await FindAsync(arrivals, raw, cancellation);
    }

    /// <summary>The message by its Message-ID among what came (some servers change its size); without one by its size, if only one came with it.</summary>
    private async Task<AppendResult> FindAsync(Arrivals arrivals, RawMessage raw, CancellationToken cancellation)
    {
        var came = await arrivals.LookAsync(this, MatchItems, cancellation);
        var same = came.Where(one => raw.Id is null ? one.Size == raw.Octets : one.Envelope?.MessageId == raw.Id).ToList();
        var found = raw.Id is not null || same.Count == 1 ? same.LastOrDefault() : null;
        return new AppendResult(arrivals.UidValidity, found is null ? null : new Uid(found.UniqueId.Id));
    }
}
