using System.Security.Cryptography;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Names one loading of a message's pictures, within its person.</summary>
public sealed record RoundId
{
    private const int Size = 16; // octets

    private RoundId(string value) => Value = value;

    public string Value { get; }

    public static RoundId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Size)));

    /// <summary>Null when the text is not one.</summary>
    public static RoundId? Read(string text) => text.Length == 2 * Size && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
