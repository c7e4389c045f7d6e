using NSec.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) by libsodium, its key in libsodium's guarded memory.</summary>
internal sealed class XChaChaCipher : BoxCipher
{
    private const int TagLength = 16;

    private static AeadAlgorithm Aead => AeadAlgorithm.XChaCha20Poly1305;

    public override CryptoSuite Algorithm => CryptoSuite.XChaCha20Poly1305;

    public override int NonceLength => 24;

    public override int SealedLength(int plainLength) => plainLength + TagLength;

    public override IDisposable Prepare(ReadOnlySpan<byte> key)
    {
        Span<byte> own = stackalloc byte[32];
        Hkdf.Expand(key, "box/xchacha20-poly1305", own);
        try
        {
            return Import(own);
        }
        finally
        {
            own.Clear();
        }
    }

    public override void Seal(IDisposable key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain, Span<byte> output) =>
        Aead.Encrypt((Key)key, nonce, associated, plain, output);

    public override byte[]? Open(IDisposable key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < TagLength) return null;
        var plain = new byte[sealedBytes.Length - TagLength];
        return Aead.Decrypt((Key)key, nonce, associated, sealedBytes, plain) ? plain : null;
    }

    /// <summary>Takes the cipher's key as it is: for published vectors.</summary>
    internal static Key Import(ReadOnlySpan<byte> raw) => Key.Import(Aead, raw, KeyBlobFormat.RawSymmetricKey);
}
