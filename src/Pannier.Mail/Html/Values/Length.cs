using System.Globalization;
using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A size that is never negative, to a thousandth of its unit.</summary>
internal sealed record Length(double Amount, Unit Unit) : Value
{
    // What one unit is in pixels, near enough to bound it. A percentage is bounded by its own number.
    private static readonly (string Text, Unit Unit, double Pixels)[] Units =
    [
        ("px", Unit.Px, 1), ("pt", Unit.Pt, 4.0 / 3), ("em", Unit.Em, 16), ("rem", Unit.Rem, 16), ("ex", Unit.Ex, 8),
        ("in", Unit.In, 96), ("cm", Unit.Cm, 38), ("mm", Unit.Mm, 3.8), ("%", Unit.Percent, 0),
    ];

    /// <summary>A CSS length; a bare number other than 0 is taken for pixels, as mail without a doctype means it.</summary>
    /// <param name="mostPixels">Longer ones are none.</param>
    /// <param name="mostPercent">0 when percentages are none.</param>
    public static ValueReader UpTo(double mostPixels, double mostPercent) => text =>
        Split(text, mostPixels, mostPercent) is { } length ? length with { Unit = length.Unit is Unit.None && length.Amount != 0 ? Unit.Px : length.Unit } : null;

    /// <summary>A CSS number or length, for line heights: bare numbers stay multiples.</summary>
    public static ValueReader MultipleOr(double mostMultiple, double mostPixels, double mostPercent) => text =>
        Split(text, mostPixels, mostPercent) is { } length && (length.Unit is not Unit.None || length.Amount <= mostMultiple) ? length : null;

    /// <summary>The dimension attributes of HTML: a bare number is pixels and stays bare, or a percentage.</summary>
    public static Length? Dimension(ReadOnlySpan<char> text) =>
        Split(text, 5000, 100) is not { } length ? null
        : length.Unit is Unit.None or Unit.Percent ? length
        : length.Unit is Unit.Px ? length with { Unit = Unit.None }
        : null;

    public override void WriteTo(StringBuilder target)
    {
        target.Append(Amount.ToString("0.###", CultureInfo.InvariantCulture));
        foreach (var unit in Units)
            if (unit.Unit == Unit)
                target.Append(unit.Text);
    }

    private static Length? Split(ReadOnlySpan<char> text, double mostPixels, double mostPercent)
    {
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0 || text.Length > 32) return null;
        if (end < text.Length && text[end] == '.') end++; // "12.px", seen in the wild

        if (!double.TryParse(text[..end], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            || amount < 0)
            return null;

        amount = Math.Round(amount, 3) + 0.0; // turns -0 into 0
        var name = text[end..].Trim();
        if (name.IsEmpty) return amount <= mostPixels ? new(amount, Unit.None) : null;

        foreach (var unit in Units)
            if (name.Equals(unit.Text, StringComparison.OrdinalIgnoreCase))
                return (unit.Unit is Unit.Percent ? amount <= mostPercent : amount * unit.Pixels <= mostPixels) ? new(amount, unit.Unit) : null;
        return null;
    }
}
