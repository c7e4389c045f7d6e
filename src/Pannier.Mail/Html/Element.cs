using Pannier.Mail.Html.Sheets;

namespace Pannier.Mail.Html;

/// <summary>An element with everything it says, in the order it is written.</summary>
internal sealed record Element(Tag Tag, IReadOnlyList<HtmlAttribute> Attributes, IReadOnlyList<Declaration> Style, IReadOnlyList<Node> Children) : Node
{
    private IReadOnlyList<WrittenAttribute>? written;

    /// <summary>What rules of the <see cref="StyleSheet"/> know it by.</summary>
    public IReadOnlyList<ClassName> Classes { get; init; } = [];

    /// <summary>Its attributes as they are written; made once, for writing and for reading again.</summary>
    public IReadOnlyList<WrittenAttribute> Written => written ??= HtmlWriter.AttributesOf(this);
}
