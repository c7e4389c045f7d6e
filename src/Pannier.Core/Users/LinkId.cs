namespace Pannier.Core.Users;

/// <summary>What a one-time link is called by who made it: the hash of its token, which opens nothing.</summary>
public sealed record LinkId
{
    private LinkId(string value) => Value = value;

    /// <summary>64 hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>Null for a text that is none.</summary>
    public static LinkId? Read(string text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    internal static LinkId Of(byte[] hash) => new(Convert.ToHexStringLower(hash));

    internal byte[] ToHash() => Convert.FromHexString(Value);

    public override string ToString() => Value;
}
