using Pannier.Mail.Html.Sheets;

namespace Pannier.Mail.Html;

/// <summary>An element being built. Its tag may still change: a paragraph that turns out to hold a block becomes a division.</summary>
internal sealed class OpenElement(OpenElement? parent, Tag tag)
{
    public OpenElement? Parent { get; } = parent;

    public Tag Tag { get; set; } = tag;

    public List<HtmlAttribute> Attributes { get; } = [];

    public List<ClassName> Classes { get; } = [];

    public IReadOnlyList<Declaration> Style { get; set; } = [];

    public List<Node> Children { get; } = [];

    public Element Close() => new(Tag, Attributes, Style, Children) { Classes = Classes };
}
