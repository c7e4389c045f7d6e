namespace Pannier.Mail.Html;

/// <summary>Text, not yet encoded.</summary>
internal sealed record TextNode(string Text) : Node;
