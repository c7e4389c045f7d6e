namespace Pannier.Mail.Html;

/// <summary>An element with everything it says, in the order it is written.</summary>
internal sealed record Element(Tag Tag, IReadOnlyList<HtmlAttribute> Attributes, IReadOnlyList<Declaration> Style, IReadOnlyList<Node> Children) : Node;
