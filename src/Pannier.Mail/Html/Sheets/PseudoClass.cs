namespace Pannier.Mail.Html.Sheets;

/// <summary>The states and places of an element that a rule may ask for. None tells anybody anything, for nothing is ever fetched.</summary>
internal enum PseudoClass
{
    Active,
    FirstChild,
    FirstOfType,
    Focus,
    Hover,
    LastChild,
    LastOfType,
    Link,
    OnlyChild,
}
