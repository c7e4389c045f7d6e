using System.Security.Cryptography;

namespace Pannier.Core.Records;

/// <summary>One blob of one person: random, of our making, never a path or a sender's name .</summary>
public sealed record BlobId
{
    private BlobId(string value) => Value = value;

    public string Value { get; }

    public static BlobId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Null when the text is not 32 lower-case hexadecimal digits.</summary>
    public static BlobId? Read(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public override string ToString() => Value;
}
