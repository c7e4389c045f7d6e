using System.Globalization;
using System.Security.Cryptography;

namespace Pannier.Core.Accounts;

/// <summary>One identity of one person. 16 hexadecimal digits as text.</summary>
public readonly record struct IdentityId(ulong Value)
{
    public static IdentityId New() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Null when the text is not 16 lower-case hexadecimal digits.</summary>
    public static IdentityId? Read(string text) => Mail.AccountId.Read(text) is { } id ? new(id.Value) : null;

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
