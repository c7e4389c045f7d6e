using System.Globalization;
using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A share of one, to a thousandth: 0 to 1.</summary>
internal sealed record Fraction(double Amount) : Value
{
    public static Fraction? Read(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= 1 ? new(Math.Round(amount, 3)) : null;

    public override void WriteTo(StringBuilder target) => target.Append(Amount.ToString("0.###", CultureInfo.InvariantCulture));
}
