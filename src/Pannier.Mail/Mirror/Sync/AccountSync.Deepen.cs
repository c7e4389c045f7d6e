namespace Pannier.Mail.Mirror.Sync;

// What headers leave open: previews of the newest messages, then attachment marks of all.
public sealed partial class AccountSync
{
    /// <summary>Rows of a mailbox that get a preview without being shown.</summary>
    private const int Previewed = 300;
    private const int PreviewRows = 25;
    private const int StructureRows = 100;

    /// <summary>Where reading the structure of messages takes a server long, it has as long to rest.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    private bool IsShallow() => Bare() is not null || Open() is not null;

    /// <summary>All headers are held: reads a piece of what they leave open.</summary>
    /// <returns>How long the server may rest.</returns>
    private async Task<TimeSpan> DeepenAsync(CancellationToken cancellation)
    {
        var since = clock.GetTimestamp();
        if (Bare() is { } bare) await PreviewAsync(bare.Mailbox, bare.Uids, cancellation);
        else if (Open() is { } open) await StructureAsync(open.Mailbox, open.Uids, cancellation);
        var took = clock.GetElapsedTime(since);
        return took < LongestRest ? took : LongestRest;
    }

    private (MailboxId Mailbox, IReadOnlyList<Uid> Uids)? Bare() => Newest(Previewed, PreviewRows, static (image, row) => !image.HasPreview(row));

    private (MailboxId Mailbox, IReadOnlyList<Uid> Uids)? Open() => Newest(int.MaxValue, StructureRows, static (image, row) => image.AttachmentAt(row) == AttachmentMark.Unknown);

    private async Task PreviewAsync(MailboxId id, IEnumerable<Uid> uids, CancellationToken cancellation)
    {
        var image = ImageOf(id);
        if (Selectable().FirstOrDefault(mailbox => mailbox.Id == id) is not { } mailbox) return;

        foreach (var batch in uids.Where(uid => image.Find(uid) is >= 0 and var row && !image.HasPreview(row)).Order().Chunk(PreviewRows))
        {
            try
            {
                var rows = await store.UseAsync((connection, token) => connection.RowsAsync(new MailboxRef(mailbox.Name, image.Point.UidValidity), batch, Previews.Read, token), cancellation);
                var read = rows.ToDictionary(row => row.Uid, row => row.Preview ?? "");
                var delta = new MailboxDelta(id, ImageOf(id).Point) { Previews = [.. batch.Select(uid => new PreviewRead(uid, read.GetValueOrDefault(uid, "")))], Structures = Structures(rows) };
                if (delta.Point.UidValidity == image.Point.UidValidity) await mirror.ApplyAsync(account, delta, cancellation);
            }
            catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
            {
                _requests.List();
                return;
            }
        }
    }

    private async Task StructureAsync(MailboxId id, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        var image = ImageOf(id);
        var mailbox = Selectable().First(mailbox => mailbox.Id == id); // its image was just looked into
        try
        {
            var rows = await store.UseAsync((connection, token) => connection.RowsAsync(new MailboxRef(mailbox.Name, image.Point.UidValidity), [.. uids.Order()], Previews.Leave, token), cancellation);
            var gone = uids.Except(rows.Select(row => row.Uid)).Select(uid => new StructureRead(uid, AttachmentMark.No)); // a look takes them out
            await mirror.ApplyAsync(account, new MailboxDelta(id, image.Point) { Structures = [.. Structures(rows), .. gone] }, cancellation);
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
        {
            await LookAsync(mailbox, cancellation);
        }
    }

    /// <summary>A message whose structure a server does not tell has, as far as anybody knows, no attachment.</summary>
    private static IReadOnlyList<StructureRead> Structures(IEnumerable<MessageRow> rows) =>
        [.. rows.Select(row => new StructureRead(row.Uid, row.Attachment == AttachmentMark.Unknown ? AttachmentMark.No : row.Attachment))];

    /// <summary>Up to so many of the newest rows of the first mailbox that has such rows among its newest; null when none has.</summary>
    private (MailboxId Mailbox, IReadOnlyList<Uid> Uids)? Newest(int among, int atMost, Func<MailboxImage, int, bool> which)
    {
        foreach (var mailbox in Selectable())
        {
            var image = ImageOf(mailbox.Id);
            var found = Enumerable.Range(0, Math.Min(among, image.Count)).Select(image.Newest).Where(row => which(image, row)).Take(atMost).Select(image.UidAt).ToList();
            if (found.Count > 0) return (mailbox.Id, found);
        }

        return null;
    }
}
