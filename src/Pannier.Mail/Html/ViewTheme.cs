namespace Pannier.Mail.Html;

/// <summary>The colours around a message.</summary>
public enum ViewTheme
{
    /// <summary>As the person's device says.</summary>
    Auto,
    Light,
    Dark,
}
