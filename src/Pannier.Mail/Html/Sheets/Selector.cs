namespace Pannier.Mail.Html.Sheets;

/// <summary>Which elements of the message a rule is about; it can name nothing outside of it.</summary>
/// <param name="Page">What it says of the message as a whole (<c>html</c>, <c>body</c>); null when it begins within it.</param>
/// <param name="Parts">From the outside in; may be empty only when <paramref name="Page"/> is not null.</param>
internal sealed record Selector(Compound? Page, IReadOnlyList<Compound> Parts);
