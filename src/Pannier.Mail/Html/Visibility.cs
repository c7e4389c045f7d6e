namespace Pannier.Mail.Html;

/// <summary>Whether a sender means an element to be seen. Preheaders, meant for previews only, are hidden.</summary>
internal enum Visibility
{
    Shown,
    Hidden,
}
