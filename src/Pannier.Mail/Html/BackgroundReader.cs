using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>
/// Reads what declarations say of a background picture: the picture itself, how it repeats, where it stands, how large it is. Kept only
/// where the picture is shown; the colour is read by <see cref="AllowedCss"/> as ever.
/// </summary>
internal static class BackgroundReader
{
    private static readonly CssProperty Picture = new("background-image", _ => null);
    private static readonly CssProperty Repeat = new("background-repeat", Word.OneOf("repeat", "no-repeat", "repeat-x", "repeat-y"));
    private static readonly CssProperty Position = new("background-position", Several.Of(2, Length.UpTo(2000, 100), Word.OneOf("left", "center", "right", "top", "bottom")));
    private static readonly CssProperty Size = new("background-size", Several.Of(2, Length.UpTo(5000, 100), Word.OneOf("auto", "cover", "contain")));

    /// <summary>A picture alone, as the <c>background</c> attribute names it.</summary>
    public static Declaration Of(PictureSource source) => new(Picture, new BackgroundPicture(source));

    public static bool IsPicture(Declaration declaration) => declaration.Property == Picture;

    /// <summary>What one declaration says; empty when it says nothing of a picture.</summary>
    public static IReadOnlyList<Declaration> Read(ReadOnlySpan<char> name, ReadOnlySpan<char> value, FindBackground find)
    {
        if (!name.StartsWith("background", StringComparison.OrdinalIgnoreCase)) return [];
        if (Is(name, "background")) return Shorthand(value, find);
        if (Is(name, Picture.Name)) return AddressIn(value) is { } address && find(address) is { } source ? [Of(source)] : [];

        foreach (var property in (CssProperty[])[Repeat, Position, Size])
            if (Is(name, property.Name))
                return property.Read(value) is { } read ? [new(property, read)] : [];
        return [];
    }

    private static List<Declaration> Shorthand(ReadOnlySpan<char> value, FindBackground find)
    {
        if (AddressIn(value) is not { } address || find(address) is not { } source) return [];

        var read = new List<Declaration> { Of(source) };
        var (start, end) = Bounds(value);
        var words = string.Concat(value[..start], " ", value[end..]);
        var slash = words.IndexOf('/', StringComparison.Ordinal);
        var (position, size) = (new List<string>(), new List<string>());
        foreach (var word in words.Replace("/", " / ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Repeat.Read(word) is { } repeat) read.Add(new(Repeat, repeat));
            else if (word != "/" && Position.Read(word) is not null && size.Count == 0 && (slash < 0 || position.Count == 0 || words.IndexOf(word, StringComparison.Ordinal) < slash)) position.Add(word);
            else if (word != "/" && Size.Read(word) is not null) size.Add(word);
        }

        if (Position.Read(string.Join(' ', position)) is { } at) read.Add(new(Position, at));
        if (slash >= 0 && Size.Read(string.Join(' ', size)) is { } large) read.Add(new(Size, large));
        return read.DistinctBy(declaration => declaration.Property).ToList();
    }

    /// <summary>What the first <c>url()</c> holds, its quotes taken off; null for none.</summary>
    private static string? AddressIn(ReadOnlySpan<char> value)
    {
        var (start, end) = Bounds(value);
        return end > start + 5 && value[end - 1] == ')' ? value[(start + 4)..(end - 1)].Trim().Trim("'\"").Trim().ToString() : null;
    }

    private static (int Start, int End) Bounds(ReadOnlySpan<char> value)
    {
        var start = value.IndexOf("url(", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return (value.Length, value.Length);

        var inner = value[(start + 4)..].TrimStart();
        var from = value.Length - inner.Length;
        var quote = inner is ['"' or '\'', ..] ? inner[0] : '\0';
        var close = quote != '\0' ? inner[1..].IndexOf(quote) : 0;
        if (close < 0) return (start, value.Length);

        var skip = quote != '\0' ? close + 2 : 0;
        var bracket = inner[skip..].IndexOf(')');
        return (start, bracket < 0 ? value.Length : from + skip + bracket + 1);
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
