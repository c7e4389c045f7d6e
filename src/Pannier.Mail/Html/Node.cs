namespace Pannier.Mail.Html;

/// <summary>A node of the tree that can be written: an <see cref="Element"/> or a <see cref="TextNode"/>.</summary>
internal abstract record Node;
