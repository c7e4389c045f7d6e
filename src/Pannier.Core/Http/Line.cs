namespace Pannier.Core.Http;

/// <summary>One line a person typed: no control characters, at most 998 characters, trimmed.</summary>
public sealed record Line
{
    private Line(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a line; null when it holds a control character or is too long.</summary>
    public static Line? Read(string text) =>
        text.Trim() is { Length: <= 998 } trimmed && !trimmed.Any(char.IsControl) ? new(trimmed) : null;

    public override string ToString() => Value;
}
