namespace Pannier.Mail.Html.Sheets;

/// <summary>Whether a declaration wins over <c>style</c> attributes: newsletters for narrow screens are built on it.</summary>
internal enum Importance
{
    Normal,
    Important,
}
