namespace Pannier.Mail.Html;

/// <summary>Whose colours a body is shown in.</summary>
public enum Palette
{
    /// <summary>It names none; the reader's theme applies.</summary>
    Readers,

    /// <summary>It names some, chosen against white: it stays on light paper so that their contrast holds.</summary>
    Authors,

    /// <summary>It names some for light and others for dark surroundings: it goes along with the reader's theme.</summary>
    LightAndDark,
}
