using System.Text;

namespace Pannier.Mail.Html;

/// <summary>Text that survives being written and parsed again: no control characters, no half surrogates.</summary>
internal static class CleanText
{
    /// <summary>For text nodes: line feeds and tabs stay, other controls become blanks.</summary>
    public static string Lines(string text) => NeedsWork(text, '\n') ? Rewrite(text, '\n') : text;

    /// <summary>For attributes: every control, line ends too, becomes a blank.</summary>
    public static string OneLine(ReadOnlySpan<char> text) => NeedsWork(text, ' ') ? Rewrite(text, ' ') : text.ToString();

    private static bool NeedsWork(ReadOnlySpan<char> text, char lineFeed)
    {
        foreach (var c in text)
            if (c < ' ' ? c is not ('\n' or '\t') || lineFeed != '\n' : c is >= '\x7f' and <= '\x9f' or >= '\uD800' and <= '\uDFFF' or >= '\uFFFE')
                return true;
        return false;
    }

    private static string Rewrite(ReadOnlySpan<char> text, char lineFeed)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a half surrogate comes out as U+FFFD
        {
            if (rune.Value == '\n') clean.Append(lineFeed);
            else if (rune.Value == '\t') clean.Append(lineFeed == '\n' ? '\t' : ' ');
            else if (Rune.IsControl(rune)) clean.Append(' ');
            else if ((rune.Value & 0xFFFE) == 0xFFFE) clean.Append('\uFFFD');
            else clean.Append(rune);
        }

        return clean.ToString();
    }
}
