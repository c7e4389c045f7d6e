using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>Words meant for people, in <c>title</c> and <c>alt</c>: one line, no control characters, at most 1,000 characters.</summary>
internal sealed record Note(string Text) : Value
{
    private const int Most = 1000;

    public static Note? Read(ReadOnlySpan<char> text)
    {
        if (text.Length > Most) text = text[..Most];
        return new(CleanText.OneLine(text));
    }

    public override void WriteTo(StringBuilder target) => target.Append(Text);
}
