using System.Text;

namespace Pannier.Mail.Html.Sheets;

/// <summary>Walks over CSS as CSS Syntax 3 cuts it: strings, escapes and brackets are passed over whole. Work is linear in the length.</summary>
internal static class CssText
{
    /// <summary>The text with a blank in place of each comment, and of the marks that hid sheets from browsers without any (<c>&lt;!--</c>).</summary>
    public static string WithoutComments(string text)
    {
        if (!text.Contains("/*", StringComparison.Ordinal) && !text.Contains("--", StringComparison.Ordinal)) return text;

        var clean = new StringBuilder(text.Length);
        var quote = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quote == '\0' && text.AsSpan(at) is ['/', '*', ..])
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0) break; // the rest is comment
                clean.Append(' ');
                at = end + 1;
                continue;
            }

            if (quote == '\0' && text.AsSpan(at) is ['<', '!', '-', '-', ..] or ['-', '-', '>', ..])
            {
                clean.Append(' ');
                at += c == '<' ? 3 : 2;
                continue;
            }

            quote = Quote(quote, c);
            clean.Append(c);
            if (c == '\\' && at + 1 < text.Length) clean.Append(text[++at]);
        }

        return clean.ToString();
    }

    /// <summary>Where the first of these characters stands outside strings and round and square brackets; the length when there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, string stops)
    {
        var (quote, depth) = ('\0', 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\\') at++;
            else if (quote == '\0' && depth == 0 && stops.Contains(c, StringComparison.Ordinal)) return at;
            else if (quote == '\0' && c is '(' or '[') depth++;
            else if (quote == '\0' && c is ')' or ']') depth = Math.Max(0, depth - 1);
            else quote = Quote(quote, c);
        }

        return text.Length;
    }

    /// <summary>Where the block that is open at the start ends: at its bracket, or with the text.</summary>
    public static int EndOfBlock(ReadOnlySpan<char> text)
    {
        var (quote, depth) = ('\0', 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\\') at++;
            else if (quote == '\0' && c == '{') depth++;
            else if (quote == '\0' && c == '}' && depth-- == 0) return at;
            else quote = Quote(quote, c);
        }

        return text.Length;
    }

    // A string that is not closed ends with its line.
    private static char Quote(char open, char next) =>
        open != '\0' ? (next == open || next is '\n' or '\r' or '\f' ? '\0' : open)
        : next is '"' or '\'' ? next
        : '\0';
}
