using Pannier.Mail.Html.Sheets;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Mail.Html;

/// <summary>A message body rebuilt from what is allowed.</summary>
/// <param name="BlockedRemote">References to other hosts that were left out: pictures, backgrounds, style sheets.</param>
/// <param name="BlockedOther">Elements, handlers and addresses left out because they would have acted.</param>
internal sealed record BodyTree(IReadOnlyList<Node> Children, Palette Palette, int BlockedRemote, int BlockedOther)
{
    /// <summary>Where it is not empty, the children are one division, which its selectors begin with.</summary>
    public StyleSheet Sheet { get; init; } = StyleSheet.Empty;

    /// <summary>Pictures on other servers that it refers to, trackers among them, each address once.</summary>
    public IReadOnlyList<RemotePicture> Remote { get; init; } = [];

    /// <summary>Where its links lead, in the order of the text.</summary>
    public IReadOnlyList<LinkTarget> Links { get; init; } = [];

    /// <summary>Links whose tracking parameters were cut, each once.</summary>
    public IReadOnlyList<CutLink> CutLinks { get; init; } = [];
}
