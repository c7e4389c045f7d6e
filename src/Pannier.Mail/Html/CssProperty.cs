using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>A CSS property that can be written; the only ones are in <see cref="AllowedCss"/>.</summary>
/// <param name="Name">As written.</param>
internal sealed record CssProperty(string Name, ValueReader Read);
