namespace Pannier.Mail.Html.Sheets;

/// <summary>What <c>prefers-color-scheme</c> may ask for.</summary>
internal enum ColourScheme
{
    Light,
    Dark,
}
