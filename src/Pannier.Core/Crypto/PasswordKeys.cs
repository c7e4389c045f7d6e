using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>What one run of the slow function gives: a verifier that may be stored, and a wrapping key that it tells nothing of.</summary>
public sealed class PasswordKeys(ReadOnlyMemory<byte> verifier, BoxKey wrappingKey) : IDisposable
{
    public ReadOnlyMemory<byte> Verifier { get; } = verifier;

    public BoxKey WrappingKey { get; } = wrappingKey;

    /// <summary>Compares in constant time.</summary>
    public bool Matches(ReadOnlySpan<byte> stored) => CryptographicOperations.FixedTimeEquals(Verifier.Span, stored);

    public void Dispose() => WrappingKey.Dispose();
}
