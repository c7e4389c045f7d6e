namespace Pannier.Mail;

/// <summary>The <c>format</c> and <c>delsp</c> parameters of a text part (RFC 3676).</summary>
public enum TextFlow
{
    Fixed,
    Flowed,

    /// <summary>Flowed, and the space before a soft break is not part of the text.</summary>
    FlowedDelSp,
}
