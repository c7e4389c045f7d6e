using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>One CSS declaration of a <c>style</c> attribute.</summary>
internal sealed record Declaration(CssProperty Property, Value Value);
