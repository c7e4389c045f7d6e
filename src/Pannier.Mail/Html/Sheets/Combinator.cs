namespace Pannier.Mail.Html.Sheets;

/// <summary>How an element stands to the one that a selector named before.</summary>
internal enum Combinator
{
    Descendant,
    Child,
}
