namespace Pannier.Mail.Mirror;

/// <summary>One opened box of a mailbox.</summary>
public sealed record ShelfBox(ShelfKind Kind, long Number, ReadOnlyMemory<byte> Content);
