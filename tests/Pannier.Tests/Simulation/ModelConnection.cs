using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>The acts of a connection that the mirror and its intents need, done to a model server.</summary>
internal sealed class ModelConnection(ModelServer server) : IMailConnection
{
    public StoreFeatures Features => StoreFeatures.Move | StoreFeatures.UidPlus;

    public Task<IReadOnlyList<ServerMailbox>> ListMailboxesAsync(CancellationToken cancellation) => server.DoAsync<IReadOnlyList<ServerMailbox>>(
        () => [.. server.All.Select(box => new ServerMailbox(new MailboxName(box.Name, '/'), box.Role, true, true, server.Quirks.HasFlag(SimQuirks.NoStates) ? null : server.State(box)))], cancellation);

    public Task<MailboxState> SelectAsync(MailboxName mailbox, CancellationToken cancellation) => server.DoAsync(() => server.State(server.Find(mailbox)), cancellation);

    public Task<IReadOnlyList<IndexEntry>> IndexAsync(MailboxRef mailbox, Uid from, CancellationToken cancellation) => server.DoAsync<IReadOnlyList<IndexEntry>>(
        () => [.. server.Find(mailbox).Messages.Where(pair => pair.Key >= from.Value).Select(Entry)], cancellation);

    public Task<MailboxChanges> ChangesAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation) => server.DoAsync(() => server.Changes(server.Find(mailbox), from, since), cancellation);

    public Task<IReadOnlyList<Uid>> SearchAsync(MailboxRef mailbox, SearchTerms terms, CancellationToken cancellation) => server.DoAsync<IReadOnlyList<Uid>>(
        () => [.. server.Find(mailbox).Messages.Keys.Select(uid => new Uid(uid))], cancellation);

    public Task<IReadOnlyList<MessageRow>> RowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, CancellationToken cancellation) => server.DoAsync<IReadOnlyList<MessageRow>>(
        () => server.Open(mailbox).Messages is var there ? [.. uids.Where(uid => there.ContainsKey(uid.Value)).Select(uid => Row(uid, there[uid.Value], previews))] : [], cancellation);

    public Task<IReadOnlyDictionary<Uid, Keywords>> KeywordsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) => server.DoAsync<IReadOnlyDictionary<Uid, Keywords>>(
        () => uids.Where(uid => server.Find(mailbox).Messages.ContainsKey(uid.Value)).ToDictionary(uid => uid, uid => server.Find(mailbox).Messages[uid.Value].Keywords), cancellation);

    public Task<IReadOnlySet<Uid>> StoreAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Keywords add, Keywords remove, CancellationToken cancellation) => server.DoAsync<IReadOnlySet<Uid>>(
        () =>
        {
            var box = server.Find(mailbox);
            var there = uids.Where(uid => box.Messages.ContainsKey(uid.Value)).ToHashSet();
            foreach (var uid in there) box.Mark(uid.Value, (box.Messages[uid.Value].Keywords | add) & ~remove, isTold: true);
            return there;
        },
        cancellation);

    public Task<CopyResult> MoveAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation) => server.DoAsync(
        () =>
        {
            var (box, target) = (server.Find(mailbox), server.Find(to));
            var moved = new Dictionary<Uid, Uid?>();
            foreach (var uid in uids.Where(uid => box.Messages.ContainsKey(uid.Value)))
            {
                var message = box.Messages[uid.Value];
                moved[uid] = new Uid(target.Add(message.Name, message.ReceivedAt, message.Keywords));
                box.Remove(uid.Value);
            }

            return new CopyResult(target.Validity, moved);
        },
        cancellation);

    public Task<IReadOnlySet<Uid>> DestroyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) => server.DoAsync<IReadOnlySet<Uid>>(
        () =>
        {
            var box = server.Find(mailbox);
            foreach (var uid in uids) if (box.Messages.ContainsKey(uid.Value)) box.Remove(uid.Value);
            return uids.ToHashSet();
        },
        cancellation);

    public async Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, CancellationToken cancellation)
    {
        var (box, place) = await server.DoAsync(() => server.Find(mailbox) is var found ? (found, found.News.Place()) : default, cancellation);
        await box.News.WaitAsync(place, cancellation);
        return new HashSet<MailboxName> { mailbox };
    }

    public Task<MessageHead> OpenAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<CopyExtent> CopyPartAsync(MailboxRef mailbox, Uid uid, BodyPart part, Stream to, long atMost, CancellationToken cancellation) => throw new NotSupportedException();

    public Task CopySourceAsync(MailboxRef mailbox, Uid uid, Stream to, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<CopyResult> CopyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<AppendResult> AppendAsync(MailboxName mailbox, Stream message, Keywords keywords, DateTimeOffset? receivedAt, CancellationToken cancellation) => throw new NotSupportedException();

    public Task CreateMailboxAsync(MailboxName mailbox, CancellationToken cancellation) => throw new NotSupportedException();

    public Task RenameMailboxAsync(MailboxName mailbox, MailboxName to, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteMailboxAsync(MailboxName mailbox, CancellationToken cancellation) => throw new NotSupportedException();

    private static IndexEntry Entry(KeyValuePair<uint, SimMessage> pair) => new(new Uid(pair.Key), pair.Value.ReceivedAt, pair.Value.Keywords);

    private static MessageRow Row(Uid uid, SimMessage message, Previews previews) => new(
        uid, message.ReceivedAt, 1, message.Keywords, Envelope.Empty with { Subject = message.Name, MessageId = message.Name }, previews == Previews.Headers ? AttachmentMark.Unknown : AttachmentMark.No, previews == Previews.Read ? message.Name : null);
}
