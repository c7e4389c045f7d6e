using System.Globalization;
using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A whole number within bounds.</summary>
internal sealed record Whole(int Number) : Value
{
    /// <summary>A reader; numbers beyond the bounds are none.</summary>
    public static ValueReader Between(int least, int most) => text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? new Whole(number)
            : null;

    public override void WriteTo(StringBuilder target) => target.Append(CultureInfo.InvariantCulture, $"{Number}");
}
