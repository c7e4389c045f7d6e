namespace Pannier.Modules.Messages.Parts;

/// <summary>
/// Where a part is: its section on the server (RFC 9051 §6.4.5), as in <c>1.2</c>, and for what lies within a part that Pannier opens itself
/// the numbers down to it, as in <c>1.2~3</c>: the third piece of the archive, the forwarded message or the like.
/// </summary>
internal sealed record PartPath
{
    /// <summary>Deeper than anybody packs; each step is read into memory.</summary>
    private const int MostSteps = 4;

    private const int MostLength = 60;

    private PartPath(string value) => Value = value;

    public string Value { get; }

    public string Section => Value.Split('~')[0];

    /// <summary>The numbers below the section; empty for a part that the server knows.</summary>
    public IReadOnlyList<string> Steps => Value.Split('~')[1..];

    /// <summary>What it lies in; null for a part that the server knows.</summary>
    public PartPath? Above => Value.LastIndexOf('~') is > 0 and var end ? new(Value[..end]) : null;

    /// <summary>Whether something within it can still be named.</summary>
    public bool CanGoDown => Steps.Count < MostSteps && Value.Length < MostLength - 6;

    /// <summary>Null when the text is no such path, at most 60 characters and four steps.</summary>
    public static PartPath? Read(string text) =>
        text.Length is > 0 and <= MostLength
        && text.Split('~') is var pieces && pieces.Length <= MostSteps + 1
        && pieces[0].Split('.').All(IsNumber) && pieces.Skip(1).All(IsNumber)
            ? new(text)
            : null;

    /// <summary>A part of the server's.</summary>
    public static PartPath Of(string section) => new(section);

    /// <summary>A piece of this part.</summary>
    public PartPath Down(string number) => new($"{Value}~{number}");

    public override string ToString() => Value;

    private static bool IsNumber(string number) => number.Length is > 0 and <= 5 && number.All(char.IsAsciiDigit);
}
