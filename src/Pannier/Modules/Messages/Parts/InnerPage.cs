using Pannier.Mail.Tracking;

namespace Pannier.Modules.Messages.Parts;

/// <summary>A message within a message; every text is finished and untrusted.</summary>
/// <param name="Head">Null for signed content, which has no head of its own.</param>
public sealed record InnerPage(InnerHead? Head, IReadOnlyList<ProtectionLine> Protections, IReadOnlyList<ShownBlock> Blocks, int MoreBlocks, IReadOnlyList<Attachment> Attachments, Pannier.Core.LocalUrl AllUrl)
{
    /// <summary>References to other servers: none is loaded for a message that somebody else passed on.</summary>
    public int Blocked { get; init; }

    /// <summary>Links whose tracking parameters were cut, each once.</summary>
    public IReadOnlyList<CutLink> CutLinks { get; init; } = [];
}
