using System.Security.Cryptography;

namespace Pannier.Core.Users;

/// <summary>One person of this site: random, never reused. 32 hexadecimal digits as text.</summary>
public sealed record UserId
{
    private UserId(string value) => Value = value;

    public string Value { get; }

    public static UserId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Null when the text is not 32 lower-case hexadecimal digits.</summary>
    public static UserId? Read(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
