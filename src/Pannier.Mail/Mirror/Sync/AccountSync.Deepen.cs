namespace Pannier.Mail.Mirror.Sync;

// What headers leave open: previews of the newest messages, then attachment marks of all.
public sealed partial class AccountSync
{
    /// <summary>Where reading the structure of messages takes a server long, it has as long to rest.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    /// <summary>All headers are held: reads a piece of what they leave open.</summary>
    /// <returns>How long the server may rest.</returns>
    private async Task<TimeSpan> DeepenAsync(NextPiece next, CancellationToken cancellation)
    {
        var (since, image) = (clock.GetTimestamp(), ImageOf(next.Mailbox));
        await (next.Work == SyncWork.Preview ? PreviewAsync(next.Mailbox, Bare(image), cancellation) : StructureAsync(next.Mailbox, Open(image), cancellation));
        var took = clock.GetElapsedTime(since);
        return took < LongestRest ? took : LongestRest;
    }

    private List<Uid> Bare(MailboxImage image) => Newest(image, Pieces.Previewed, Pieces.Previews, static (image, row) => !image.HasPreview(row));

    private List<Uid> Open(MailboxImage image) => Newest(image, int.MaxValue, Pieces.Structures, static (image, row) => image.AttachmentAt(row) == AttachmentMark.Unknown);

    private async Task PreviewAsync(MailboxId id, IEnumerable<Uid> uids, CancellationToken cancellation)
    {
        var image = ImageOf(id);
        if (Selectable().FirstOrDefault(mailbox => mailbox.Id == id) is not { } mailbox) return;

        var place = new MailboxRef(mailbox.Name, image.Point.UidValidity);
        foreach (var batch in uids.Where(uid => image.Find(uid) is >= 0 and var row && !image.HasPreview(row)).Order().Chunk(Pieces.Previews))
        {
            var isRead = await WorkAtAsync(id, SyncWork.Preview, async () =>
            {
                var rows = await store.UseAsync((connection, token) => connection.RowsAsync(place, batch, Previews.Read, token), cancellation);
                var read = rows.ToDictionary(row => row.Uid, row => row.Preview ?? "");
                var delta = new MailboxDelta(id, ImageOf(id).Point) { Previews = [.. batch.Select(uid => new PreviewRead(uid, read.GetValueOrDefault(uid, "")))], Structures = Structures(rows) };
                if (delta.Point.UidValidity == place.UidValidity) await mirror.ApplyAsync(account, delta, cancellation);
            });
            if (isRead) continue;

            await LookAsync(mailbox, FlagTrust.Believe, cancellation);
            return;
        }
    }

    private async Task StructureAsync(MailboxId id, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        var image = ImageOf(id);
        var mailbox = Selectable().First(mailbox => mailbox.Id == id); // its image was just looked into
        var isRead = await WorkAtAsync(id, SyncWork.Structure, async () =>
        {
            var rows = await store.UseAsync((connection, token) => connection.RowsAsync(new MailboxRef(mailbox.Name, image.Point.UidValidity), [.. uids.Order()], Previews.Leave, token), cancellation);
            var gone = uids.Except(rows.Select(row => row.Uid)).Select(uid => new StructureRead(uid, AttachmentMark.No)); // a look takes them out
            await mirror.ApplyAsync(account, new MailboxDelta(id, image.Point) { Structures = [.. Structures(rows), .. gone] }, cancellation);
        });
        if (!isRead) await LookAsync(mailbox, FlagTrust.Believe, cancellation);
    }

    /// <summary>A message whose structure a server does not tell has, as far as anybody knows, no attachment.</summary>
    private static IReadOnlyList<StructureRead> Structures(IEnumerable<MessageRow> rows) =>
        [.. rows.Select(row => new StructureRead(row.Uid, row.Attachment == AttachmentMark.Unknown ? AttachmentMark.No : row.Attachment))];

    /// <summary>Up to so many of the newest rows that are such, among so many of the newest.</summary>
    private static List<Uid> Newest(MailboxImage image, int among, int atMost, Func<MailboxImage, int, bool> which) =>
        [.. Enumerable.Range(0, Math.Min(among, image.Count)).Select(image.Newest).Where(row => which(image, row)).Take(atMost).Select(image.UidAt)];
}
