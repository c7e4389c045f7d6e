namespace Pannier.Mail.Mirror;

/// <summary>What the shelf held of a mailbox.</summary>
/// <param name="Lost">Boxes that were there and could not be opened: corrupt, cut short or of somebody else.</param>
public sealed record ShelfRead(IReadOnlyList<ShelfBox> Boxes, int Lost);
