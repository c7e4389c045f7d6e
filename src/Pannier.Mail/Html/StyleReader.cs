using Pannier.Mail.Html.Sheets;
using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>
/// Reads a <c>style</c> attribute: splits it as CSS Syntax §5 does (strings, brackets, comments), then hands each declaration to
/// <see cref="AllowedCss"/>. A declaration with a backslash is dropped: nothing in the grammar needs an escape, and tricks do.
/// </summary>
internal static class StyleReader
{
    private const int MostLength = 16 * 1024;
    private const int MostDeclarations = 100;

    /// <param name="find">Gives background pictures their address; null for none.</param>
    public static StyleReading Read(string? style, FindBackground? find = null)
    {
        if (string.IsNullOrWhiteSpace(style) || style.Length > MostLength) return StyleReading.Nothing;

        var declarations = new List<Declaration>();
        var background = new List<Declaration>();
        var hiding = new Hiding();
        var remote = 0;
        var rest = CssText.WithoutComments(style).AsSpan();
        for (var count = 0; count < MostDeclarations && !rest.IsEmpty; count++)
        {
            var declaration = NextDeclaration(ref rest);
            var colon = declaration.IndexOf(':');
            if (colon <= 0) continue;

            var name = declaration[..colon].Trim();
            var value = WithoutImportance(declaration[(colon + 1)..].Trim(), out _); // no rule of ours has to be overcome
            if (Fetches(value)) remote++;
            if (value.IsEmpty || value.Contains('\\') || name.Contains('\\')) continue;

            hiding.Note(name, value);
            if (AllowedCss.Read(name, value) is { } read) Put(declarations, read);
            if (find is not null)
                foreach (var one in BackgroundReader.Read(name, value, find))
                    Put(background, one);
        }

        if (background.Exists(BackgroundReader.IsPicture)) declarations.AddRange(background);
        return new(declarations, hiding.Visibility, remote);
    }

    /// <summary>Reads what a rule of a style sheet declares, its comments taken out before. What cannot be read is left out.</summary>
    /// <param name="find">Gives background pictures their address; null for none.</param>
    public static IReadOnlyList<RuleDeclaration> ReadRule(ReadOnlySpan<char> block, FindBackground? find)
    {
        var declarations = new List<RuleDeclaration>();
        var background = new List<RuleDeclaration>();
        for (var count = 0; count < MostDeclarations && !block.IsEmpty; count++)
        {
            var declaration = NextDeclaration(ref block);
            var colon = declaration.IndexOf(':');
            if (colon <= 0) continue;

            var value = WithoutImportance(declaration[(colon + 1)..].Trim(), out var importance);
            if (value.IsEmpty || value.Contains('\\')) continue;

            var name = declaration[..colon].Trim();
            if (AllowedSheetCss.Read(name, value) is { } read) Put(declarations, new(read, importance));
            if (find is not null)
                foreach (var one in BackgroundReader.Read(name, value, find))
                    Put(background, new(one, importance));
        }

        if (background.Exists(one => BackgroundReader.IsPicture(one.Declaration))) declarations.AddRange(background);
        return declarations;
    }

    /// <summary>How often a style sheet would have fetched something.</summary>
    public static int CountFetches(string sheet)
    {
        var count = 0;
        for (var at = 0; (at = sheet.IndexOf("url(", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 4) count++;
        for (var at = 0; (at = sheet.IndexOf("@import", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 7) count++;
        return count;
    }

    /// <summary>Both lists as one; where both name a property, the stronger counts.</summary>
    public static IReadOnlyList<Declaration> Merge(IReadOnlyList<Declaration> weaker, IReadOnlyList<Declaration> stronger) =>
        stronger.Count == 0 ? weaker : [.. weaker.Where(declaration => stronger.All(other => other.Property != declaration.Property)), .. stronger];

    private static void Put(List<RuleDeclaration> declarations, RuleDeclaration read)
    {
        var before = declarations.FindIndex(one => one.Declaration.Property == read.Declaration.Property);
        if (before >= 0 && declarations[before].Importance > read.Importance) return; // the stronger counts, wherever it stands
        if (before >= 0) declarations.RemoveAt(before);
        declarations.Add(read);
    }

    private static void Put(List<Declaration> declarations, Declaration read)
    {
        for (var i = 0; i < declarations.Count; i++)
            if (declarations[i].Property == read.Property)
            {
                declarations.RemoveAt(i);
                break;
            }

        declarations.Add(read);
    }

    private static bool Fetches(ReadOnlySpan<char> value) =>
        value.Contains("url", StringComparison.OrdinalIgnoreCase) && value.Contains('(')
        || value.Contains("image-set", StringComparison.OrdinalIgnoreCase)
        || value.Contains("src(", StringComparison.OrdinalIgnoreCase)
        || (value.Contains('\\') && value.Contains('('));

    private static ReadOnlySpan<char> NextDeclaration(ref ReadOnlySpan<char> rest)
    {
        var quote = '\0';
        var depth = 0;
        var end = 0;
        for (; end < rest.Length; end++)
        {
            var c = rest[end];
            if (c == '\\') end++;
            else if (quote != '\0') quote = c == quote || c == '\n' ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}') depth = Math.Max(0, depth - 1);
            else if (c == ';' && depth == 0) break;
        }

        end = Math.Min(end, rest.Length);
        var declaration = rest[..end];
        rest = rest[Math.Min(end + 1, rest.Length)..];
        return declaration;
    }

    private static ReadOnlySpan<char> WithoutImportance(ReadOnlySpan<char> value, out Importance importance)
    {
        var mark = value.LastIndexOf('!');
        importance = mark >= 0 && value[(mark + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase) ? Importance.Important : Importance.Normal;
        return importance is Importance.Important ? value[..mark].TrimEnd() : value;
    }

    // The usual ways to hide a preheader; each property's last word counts, as in CSS.
    private struct Hiding
    {
        private bool none;
        private bool invisible;
        private bool transparent;
        private bool flat;
        private bool clipped;

        public readonly Visibility Visibility => none || invisible || transparent || (flat && clipped) ? Visibility.Hidden : Visibility.Shown;

        public void Note(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
        {
            if (Is(name, "display")) none = Is(value, "none");
            else if (Is(name, "visibility")) invisible = Is(value, "hidden") || Is(value, "collapse");
            else if (Is(name, "opacity")) transparent = IsZero(value);
            else if (Is(name, "overflow")) clipped = Is(value, "hidden");
            else if (Is(name, "max-height") || Is(name, "height") || Is(name, "max-width")) flat |= IsZero(value);
        }

        private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

        private static bool IsZero(ReadOnlySpan<char> text) => Length.UpTo(0, 0)(text) is not null;
    }
}
