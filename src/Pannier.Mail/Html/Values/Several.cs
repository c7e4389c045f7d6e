using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>Values side by side, as in the shorthands of padding and border.</summary>
internal sealed record Several(IReadOnlyList<Value> Parts) : Value
{
    /// <summary>A reader of one to <paramref name="most"/> parts, each of which one of the readers takes; the first that does wins.</summary>
    public static ValueReader Of(int most, params ValueReader[] readers) => text =>
    {
        var parts = new List<Value>(most);
        for (var rest = text; NextPart(ref rest) is { IsEmpty: false } part;)
        {
            if (parts.Count == most || Read(part, readers) is not { } value) return null;
            parts.Add(value);
        }

        return parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : new Several(parts);
    };

    /// <summary>A reader that takes the first part it can and passes over the others: the colour out of <c>background</c>.</summary>
    public static ValueReader AnyOf(ValueReader reader) => text =>
    {
        for (var rest = text; NextPart(ref rest) is { IsEmpty: false } part;)
            if (reader(part) is { } value)
                return value;
        return null;
    };

    public override void WriteTo(StringBuilder target)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (i > 0) target.Append(' ');
            Parts[i].WriteTo(target);
        }
    }

    // Blanks inside brackets do not part: rgb(1, 2, 3) is one.
    private static ReadOnlySpan<char> NextPart(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        var depth = 0;
        var end = 0;
        for (; end < rest.Length && (depth > 0 || !char.IsWhiteSpace(rest[end])); end++)
            depth += rest[end] switch { '(' => 1, ')' => -1, _ => 0 };

        var part = rest[..end];
        rest = rest[end..];
        return part;
    }

    private static Value? Read(ReadOnlySpan<char> part, ValueReader[] readers)
    {
        foreach (var reader in readers)
            if (reader(part) is { } value)
                return value;
        return null;
    }
}
