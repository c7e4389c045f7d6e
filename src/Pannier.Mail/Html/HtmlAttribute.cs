using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>One attribute of an element; <c>style</c> stands apart, as <see cref="Declaration"/>s.</summary>
internal sealed record HtmlAttribute(AllowedAttribute Name, Value Value);
