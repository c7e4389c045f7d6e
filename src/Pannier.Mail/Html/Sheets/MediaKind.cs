namespace Pannier.Mail.Html.Sheets;

/// <summary>The media types there are; others match nothing (Media Queries 4 §2.3).</summary>
internal enum MediaKind
{
    All,
    Screen,
    Print,
}
