using System.Globalization;

namespace Pannier.Mail.Html.Sheets;

/// <summary>A class of the written document: a number of ours in place of a class or id of the sender's, whose words never come through.</summary>
internal readonly record struct ClassName(int Number)
{
    private const string Prefix = "m";

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ClassName? Read(ReadOnlySpan<char> text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(text[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Number}");
}
