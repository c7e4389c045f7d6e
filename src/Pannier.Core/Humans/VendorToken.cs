namespace Pannier.Core.Humans;

/// <summary>What a service's script hands to the form: letters, digits and signs, at most 8,192; nobody here reads more out of it.</summary>
public sealed record VendorToken
{
    private const int Longest = 8192;

    private VendorToken(string value) => Value = value;

    internal string Value { get; }

    /// <summary>Null for a text that is none.</summary>
    public static VendorToken? Read(string text) => text.Length is > 0 and <= Longest && text.All(sign => sign is > ' ' and < '\x7f') ? new(text) : null;
}
