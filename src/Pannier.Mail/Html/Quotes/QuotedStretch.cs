using AngleSharp.Dom;

namespace Pannier.Mail.Html.Quotes;

/// <summary>Neighbours in a parsed body that are quoted text, from the first to the last.</summary>
internal sealed record QuotedStretch(INode First, INode Last);
