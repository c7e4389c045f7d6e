using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>What one run of the slow function gives: a verifier that may be stored, and a wrapping key that never is.</summary>
public sealed record PasswordKeys(ReadOnlyMemory<byte> Verifier, ReadOnlyMemory<byte> WrappingKey)
{
    /// <summary>Compares in constant time.</summary>
    public bool Matches(ReadOnlySpan<byte> verifier) => CryptographicOperations.FixedTimeEquals(Verifier.Span, verifier);
}
