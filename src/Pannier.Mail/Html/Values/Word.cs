using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A keyword out of a closed list; the text written is the list's own.</summary>
internal sealed record Word : Value
{
    private readonly string text;

    private Word(string text) => this.text = text;

    /// <summary>A reader of these words, in any letter case.</summary>
    public static ValueReader OneOf(params string[] words) => Among(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>A reader of these words, where the case of a letter is its meaning.</summary>
    public static ValueReader Exactly(params string[] words) => Among(words, StringComparison.Ordinal);

    public override void WriteTo(StringBuilder target) => target.Append(text);

    private static ValueReader Among(string[] words, StringComparison comparison)
    {
        var known = Array.ConvertAll(words, word => new Word(word));
        return text =>
        {
            foreach (var word in known)
                if (text.Equals(word.text, comparison))
                    return word;
            return null;
        };
    }
}
