namespace Pannier.Mail.Mirror;

/// <summary>One change of one mailbox's image, applied whole or not at all.</summary>
/// <remarks>
/// When <see cref="Point"/> has another UIDVALIDITY than the image, all rows held are dropped first and <see cref="Added"/>
/// is the new beginning. Uids that are not held are ignored in all lists but <see cref="Added"/>; one added again replaces its row.
/// </remarks>
public sealed record MailboxDelta(MailboxId Mailbox, SyncPoint Point)
{
    public IReadOnlyList<FetchedMessage> Added { get; init; } = [];

    public IReadOnlyList<FlagChange> Flags { get; init; } = [];

    public IReadOnlyList<Uid> Gone { get; init; } = [];

    public IReadOnlyList<StructureRead> Structures { get; init; } = [];

    public IReadOnlyList<PreviewRead> Previews { get; init; } = [];

    /// <summary>Whether it says nothing but the point.</summary>
    public bool IsBare => Added.Count + Flags.Count + Gone.Count + Structures.Count + Previews.Count == 0;
}
