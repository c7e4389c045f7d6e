using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>Font families in order of preference: installed fonts only, for nothing can load one.</summary>
internal sealed record FontNames(IReadOnlyList<string> Names) : Value
{
    private const int MostNames = 16;

    private static readonly string[] Generic =
    [
        "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded",
        "-apple-system", "inherit",
    ];

    /// <summary>Reads a family list; names with anything but letters, digits, blanks, hyphens and underscores are passed over. Null when none is left.</summary>
    public static FontNames? Read(ReadOnlySpan<char> text)
    {
        var names = new List<string>(4);
        foreach (var range in text.Split(','))
        {
            var name = text[range].Trim().Trim("'\"").Trim();
            if (name.Length is > 0 and <= 64 && IsPlain(name) && names.Count < MostNames) names.Add(name.ToString());
        }

        return names.Count == 0 ? null : new(names);
    }

    public override void WriteTo(StringBuilder target)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (i > 0) target.Append(',');
            if (Array.Find(Generic, word => word.Equals(Names[i], StringComparison.OrdinalIgnoreCase)) is { } word) target.Append(word);
            else target.Append('\'').Append(Names[i]).Append('\'');
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '-' or '_'))
                return false;
        return true;
    }
}
