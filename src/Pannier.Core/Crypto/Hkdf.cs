using System.Security.Cryptography;
using System.Text;

namespace Pannier.Core.Crypto;

/// <summary>HKDF-SHA256 (RFC 5869), one sub-key per purpose.</summary>
/// <remarks>Inputs are uniformly random keys, so the salt is empty and the purpose alone, under our own name and version, parts them.</remarks>
internal static class Hkdf
{
    public static void Expand(ReadOnlySpan<byte> key, string purpose, Span<byte> output) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, output, [], Encoding.UTF8.GetBytes("pannier/1/" + purpose));
}
