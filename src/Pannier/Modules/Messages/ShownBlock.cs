using Pannier.Core;
using Pannier.Mail.Cards;
using Pannier.Mail.Html;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Modules.Messages;

/// <summary>One stretch of the body as it is shown: a frame with sanitised HTML, or text.</summary>
/// <param name="FrameUrl">The view box; null for text.</param>
/// <param name="Text">Empty for a frame.</param>
/// <param name="Note">Why it is not shown as it was meant; null when it is.</param>
/// <param name="HasHtml">Whether an HTML form exists beside this text.</param>
/// <param name="HasPlain">Whether a text form exists beside this HTML.</param>
public sealed record ShownBlock(string? FrameUrl, IReadOnlyList<TextBlock> Text, Said? Note, bool HasHtml, bool HasPlain)
{
    /// <summary>Style sheets too large to be read: the layout may be another than the sender's.</summary>
    public int StylesLeftOut { get; init; }

    /// <summary>Links whose tracking parameters were cut.</summary>
    public IReadOnlyList<CutLink> CutLinks { get; init; } = [];

    /// <summary>Where its links lead, in the order of the text; empty for text, whose links show it.</summary>
    public IReadOnlyList<LinkTarget> Links { get; init; } = [];

    /// <summary>What it states in a form that programs read.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Links that show one host and lead to another.</summary>
    public IReadOnlyList<MisleadingLink> Misleading { get; init; } = [];

    /// <summary>The HTML as its sender wrote it, for looking into and never for showing; null for text, and where it is long.</summary>
    internal string? Source { get; init; }
}
