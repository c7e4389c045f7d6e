using System.Buffers.Text;
using System.Security.Cryptography;
using Pannier.Core.Crypto;
using Pannier.Mail;

namespace Pannier.Core.Factors;

/// <summary>The key that a passkey gives by its pseudo-random function, made into ours by HKDF in the page: 32 bytes in base64url.</summary>
internal static class PasskeyKey
{
    /// <summary>Null when it is none. The caller disposes it.</summary>
    public static BoxKey? Read(Secret sent)
    {
        Span<byte> bytes = stackalloc byte[BoxKey.Length];
        try
        {
            if (sent.Length != Base64Url.GetEncodedLength(BoxKey.Length) || !Base64Url.IsValid(sent.RevealBytes())) return null;
            Base64Url.DecodeFromUtf8(sent.RevealBytes(), bytes, out _, out var length);
            return length == BoxKey.Length ? BoxKey.Of(0, bytes) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
