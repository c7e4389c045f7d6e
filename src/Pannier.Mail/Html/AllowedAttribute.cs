using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>An attribute that can be written; the only ones are in <see cref="AllowedAttributes"/>.</summary>
internal sealed record AllowedAttribute(string Name, ValueReader Read);
