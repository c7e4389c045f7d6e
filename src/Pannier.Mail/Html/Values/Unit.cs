namespace Pannier.Mail.Html.Values;

/// <summary>Units of a <see cref="Length"/>; <see cref="None"/> is a bare number.</summary>
internal enum Unit
{
    None,
    Px,
    Pt,
    Em,
    Rem,
    Ex,
    In,
    Cm,
    Mm,
    Percent,
}
