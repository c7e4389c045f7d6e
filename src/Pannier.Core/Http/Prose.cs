namespace Pannier.Core.Http;

/// <summary>Text of many lines a person typed, line ends as LF; at most 2,000,000 characters.</summary>
public sealed record Prose
{
    private Prose(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a text; null when it is too long or holds NUL.</summary>
    public static Prose? Read(string text) =>
        text.Length <= 2_000_000 && !text.Contains('\0', StringComparison.Ordinal)
            ? new(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
            : null;

    public override string ToString() => Value;
}
