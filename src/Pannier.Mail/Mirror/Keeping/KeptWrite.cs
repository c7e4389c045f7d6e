namespace Pannier.Mail.Mirror.Keeping;

/// <summary>A box to put on the shelf, or to take off it.</summary>
/// <param name="Content">In the clear, sealed by the shelf; null to take it off.</param>
public readonly record struct KeptWrite(KeptPlace Place, ReadOnlyMemory<byte>? Content);
