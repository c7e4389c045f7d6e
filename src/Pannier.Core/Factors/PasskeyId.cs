namespace Pannier.Core.Factors;

/// <summary>What one of a person's passkeys is called in forms: 64 hexadecimal digits; it opens nothing.</summary>
public sealed record PasskeyId
{
    private PasskeyId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null when the text is not 64 lower-case hexadecimal digits.</summary>
    public static PasskeyId? Read(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
