namespace Pannier.Mail.Mirror.Sync;

/// <summary>How much of a mailbox is read at a time, in messages: some 200 ms of a server's work, so that whoever asks waits no longer.</summary>
/// <param name="First">Rows read at first: a page of them, with previews.</param>
/// <param name="Rows">Headers of one fetch.</param>
/// <param name="Previewed">The newest rows of a mailbox that get a preview without being shown.</param>
internal sealed record SyncPieces(int First, int Rows, int Previewed, int Previews, int Structures)
{
    public static SyncPieces Usual { get; } = new(50, 200, 300, 25, 100);
}
