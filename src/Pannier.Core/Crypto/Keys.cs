using System.Security.Cryptography;
using System.Text;

namespace Pannier.Core.Crypto;

/// <summary>Sub-keys: HKDF-SHA256 (RFC 5869), one for each purpose, so that no key does two jobs.</summary>
public static class Keys
{
    /// <summary>Octets of every key.</summary>
    public const int Size = 32;

    public static byte[] Derive(ReadOnlySpan<byte> key, string purpose)
    {
        var derived = new byte[Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, [], Encoding.UTF8.GetBytes("pannier/" + purpose));
        return derived;
    }

    public static byte[] New() => RandomNumberGenerator.GetBytes(Size);
}
