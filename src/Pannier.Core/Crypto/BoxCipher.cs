namespace Pannier.Core.Crypto;

/// <summary>One authenticated cipher: what it needs, and its two acts.</summary>
internal abstract class BoxCipher
{
    public abstract CryptoSuite Algorithm { get; }

    public abstract int NonceLength { get; }

    /// <summary>Ciphertext and tag together.</summary>
    public abstract int SealedLength(int plainLength);

    /// <summary>Makes the cipher's own key from a box key's 32 bytes, so that no key serves two ciphers.</summary>
    public abstract IDisposable Prepare(ReadOnlySpan<byte> key);

    public abstract void Seal(IDisposable key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain, Span<byte> output);

    /// <returns>Null when the tag does not fit.</returns>
    public abstract byte[]? Open(IDisposable key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> sealedBytes);
}
