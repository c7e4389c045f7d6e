namespace Pannier.Modules.Messages.Parts;

/// <summary>A message within a message; every text is finished and untrusted.</summary>
/// <param name="Head">Null for signed content, which has no head of its own.</param>
public sealed record InnerPage(InnerHead? Head, IReadOnlyList<ProtectionLine> Protections, IReadOnlyList<ShownBlock> Blocks, int MoreBlocks, IReadOnlyList<Attachment> Attachments, Pannier.Core.LocalUrl AllUrl);
