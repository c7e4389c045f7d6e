using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A language tag (RFC 5646) by its outer form: letters, digits and hyphens, at most 35.</summary>
internal sealed record LanguageTag(string Tag) : Value
{
    public static LanguageTag? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 35 || !char.IsAsciiLetter(text[0])) return null;
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return null;
        return new(text.ToString());
    }

    public override void WriteTo(StringBuilder target) => target.Append(Tag);
}
