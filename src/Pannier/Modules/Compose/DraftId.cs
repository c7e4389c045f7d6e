using System.Security.Cryptography;

namespace Pannier.Modules.Compose;

/// <summary>One message being written, from its first letter until it is sent: random, of our making.</summary>
public sealed record DraftId
{
    private DraftId(string value) => Value = value;

    public string Value { get; }

    public static DraftId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Null when the text is not 32 lower-case hexadecimal digits.</summary>
    public static DraftId? Read(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
