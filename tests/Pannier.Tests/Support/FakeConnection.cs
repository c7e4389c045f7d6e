using MimeKit;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>The acts of a connection, done to <see cref="FakeServer"/>.</summary>
internal sealed class FakeConnection(FakeServer server) : IMailConnection
{
    public StoreFeatures Features => server.Features;

    public Task<IReadOnlyList<ServerMailbox>> ListMailboxesAsync(CancellationToken cancellation) => Do<IReadOnlyList<ServerMailbox>>("list", cancellation, () =>
        [.. server.Mailboxes.Values.Select(box => new ServerMailbox(new MailboxName(box.Name, '/'), box.Role, box.Selectable, true, box.Selectable ? box.State : null))]);

    public Task<MailboxState> SelectAsync(MailboxName mailbox, CancellationToken cancellation) => Do("select " + mailbox, cancellation, () => server.Find(mailbox.Value).State);

    public Task<IReadOnlyList<IndexEntry>> IndexAsync(MailboxRef mailbox, Uid from, CancellationToken cancellation) => Do<IReadOnlyList<IndexEntry>>($"index {mailbox.Name} from {from}", cancellation, () =>
        [.. server.Find(mailbox).Messages.Where(pair => pair.Key >= from.Value).OrderBy(pair => pair.Key).Select(pair => new IndexEntry(new Uid(pair.Key), pair.Value.ReceivedAt, pair.Value.Keywords))]);

    public Task<MailboxChanges> ChangesAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation) => throw new MailFault(MailFaultKind.Unsupported); // its mailboxes tell no mod-sequence

    public Task<IReadOnlyList<Uid>> SearchAsync(MailboxRef mailbox, SearchTerms terms, CancellationToken cancellation) => Do<IReadOnlyList<Uid>>("search " + mailbox.Name, cancellation, () =>
        [.. server.Find(mailbox).Messages.Where(pair => pair.Value.Matches(terms)).OrderBy(pair => pair.Key).Select(pair => new Uid(pair.Key))]);

    public Task<IReadOnlyList<MessageRow>> RowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, CancellationToken cancellation) => Do<IReadOnlyList<MessageRow>>($"rows {mailbox.Name} {uids.Count}", cancellation, () =>
        [.. There(mailbox, uids).Select(uid => server.Find(mailbox).Messages[uid.Value].Row(uid) is var row && previews == Previews.Read ? row : row with { Preview = null, Attachment = previews == Previews.Headers ? AttachmentMark.Unknown : row.Attachment })]);

    public Task<IReadOnlyDictionary<Uid, Keywords>> KeywordsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) => Do<IReadOnlyDictionary<Uid, Keywords>>($"keywords {mailbox.Name} {uids.Count}", cancellation, () =>
        There(mailbox, uids).ToDictionary(uid => uid, uid => server.Find(mailbox).Messages[uid.Value].Keywords));

    public Task<MessageHead> OpenAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation) => Do("open " + uid, cancellation, () =>
    {
        var message = One(mailbox, uid);
        return new MessageHead(message.Row(uid), [.. message.Parsed.Headers.Select(header => new HeaderField(header.Field, System.Text.Encoding.UTF8.GetString(header.RawValue).Replace("\r\n", "", StringComparison.Ordinal).Trim()))], FakeStructure.Of(message.Body, ""));
    });

    public async Task<CopyExtent> CopyPartAsync(MailboxRef mailbox, Uid uid, BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        var octets = await Do($"part {uid} {part.Section}", cancellation, () => FakeStructure.Content(One(mailbox, uid).Body, part.Section) ?? throw new MailFault(MailFaultKind.NotFound));
        await to.WriteAsync(octets.AsMemory(0, (int)Math.Min(octets.Length, atMost)), cancellation);
        return octets.Length > atMost ? CopyExtent.Cut : CopyExtent.Whole;
    }

    public async Task CopySourceAsync(MailboxRef mailbox, Uid uid, Stream to, CancellationToken cancellation) =>
        await to.WriteAsync(await Do("source " + uid, cancellation, () => One(mailbox, uid).Octets), cancellation);

    public Task<IReadOnlySet<Uid>> StoreAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Keywords add, Keywords remove, CancellationToken cancellation) => Do<IReadOnlySet<Uid>>($"store {mailbox.Name} {uids.Count}", cancellation, () =>
    {
        var messages = server.Find(mailbox).Messages;
        var there = There(mailbox, uids).ToHashSet();
        foreach (var uid in there) messages[uid.Value] = messages[uid.Value] with { Keywords = (messages[uid.Value].Keywords | add) & ~remove };
        return there;
    });

    public Task<CopyResult> CopyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation) => Do($"copy {mailbox.Name} to {to}", cancellation, () => Copied(mailbox, uids, to));

    public Task<CopyResult> MoveAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation) => Do($"move {mailbox.Name} to {to}", cancellation, () =>
    {
        var moved = Copied(mailbox, uids, to);
        foreach (var uid in moved.Uids.Keys) server.Find(mailbox).Messages.TryRemove(uid.Value, out _);
        return moved;
    });

    public Task<IReadOnlySet<Uid>> DestroyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) => Do<IReadOnlySet<Uid>>($"destroy {mailbox.Name} {uids.Count}", cancellation, () =>
    {
        foreach (var uid in uids) server.Find(mailbox).Messages.TryRemove(uid.Value, out _);
        return uids.ToHashSet();
    });

    public Task<AppendResult> AppendAsync(MailboxName mailbox, Stream message, Keywords keywords, DateTimeOffset? receivedAt, CancellationToken cancellation) => Do("append " + mailbox, cancellation, () =>
    {
        using var octets = new MemoryStream();
        message.CopyTo(octets);
        var box = server.Find(mailbox.Value);
        var uid = box.Add(octets.ToArray(), receivedAt ?? DateTimeOffset.UnixEpoch, keywords);
        return Features.HasFlag(StoreFeatures.UidPlus) ? new AppendResult(box.UidValidity, uid) : new AppendResult(null, null);
    });

    public Task CreateMailboxAsync(MailboxName mailbox, CancellationToken cancellation) => Do("create " + mailbox, cancellation, () => server.Make(mailbox.Value));

    public Task RenameMailboxAsync(MailboxName mailbox, MailboxName to, CancellationToken cancellation) => Do("rename " + mailbox, cancellation, () =>
    {
        server.Find(mailbox.Value);
        server.Rename(mailbox.Value, to.Value);
        return true;
    });

    public Task DeleteMailboxAsync(MailboxName mailbox, CancellationToken cancellation) => Do("delete " + mailbox, cancellation, () => server.Remove(server.Find(mailbox.Value).Name));

    public async Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, CancellationToken cancellation)
    {
        var before = await Do("watch " + mailbox, cancellation, () => server.Find(mailbox.Value).State);
        for (var waited = TimeSpan.Zero; waited < atMost; waited += TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(20, cancellation);
            if (await Do("look at " + mailbox, cancellation, () => server.Find(mailbox.Value).State) != before) return new HashSet<MailboxName> { mailbox };
        }

        return new HashSet<MailboxName>();
    }

    private CopyResult Copied(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to)
    {
        var (from, target) = (server.Find(mailbox), server.Find(to.Value));
        var uidPlus = Features.HasFlag(StoreFeatures.UidPlus);
        return new CopyResult(
            uidPlus ? target.UidValidity : null,
            There(mailbox, uids).ToDictionary(uid => uid, uid => target.Add(from.Messages[uid.Value].Octets, from.Messages[uid.Value].ReceivedAt, from.Messages[uid.Value].Keywords) is var now && uidPlus ? (Uid?)now : null));
    }

    private MemoryMessage One(MailboxRef mailbox, Uid uid) => server.Find(mailbox).Messages.TryGetValue(uid.Value, out var message) ? message : throw new MailFault(MailFaultKind.NotFound);

    private IEnumerable<Uid> There(MailboxRef mailbox, IReadOnlyList<Uid> uids) => server.Find(mailbox) is var box ? uids.Distinct().Where(uid => box.Messages.ContainsKey(uid.Value)).Order() : [];

    /// <summary>Asynchronous for sure, so that callers meet no order that a real line would not give.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1068", Justification = "The work reads best as the last argument.")]
    private async Task<T> Do<T>(string act, CancellationToken cancellation, Func<T> work)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        server.Note(act);
        server.Before(act); // alone: an act that is held up holds up no other line
        T result;
        lock (server) result = work();
        server.After(act);
        return result;
    }
}
