using System.Security.Cryptography;
using NSec.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>XChaCha20-Poly1305: 24 random bytes of nonce, then ciphertext with its tag.</summary>
internal sealed class SodiumCipher : ICipher
{
    private static readonly XChaCha20Poly1305 Algorithm = AeadAlgorithm.XChaCha20Poly1305;

    public CryptoSuite Suite => CryptoSuite.XChaCha20Poly1305;

    public byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var box = new byte[Algorithm.NonceSize + plain.Length + Algorithm.TagSize];
        var nonce = box.AsSpan(0, Algorithm.NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var imported = Key.Import(Algorithm, key, KeyBlobFormat.RawSymmetricKey);
        Algorithm.Encrypt(imported, nonce, bound, plain, box.AsSpan(Algorithm.NonceSize));
        return box;
    }

    public byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < Algorithm.NonceSize + Algorithm.TagSize) return null;

        var plain = new byte[box.Length - Algorithm.NonceSize - Algorithm.TagSize];
        using var imported = Key.Import(Algorithm, key, KeyBlobFormat.RawSymmetricKey);
        return Algorithm.Decrypt(imported, box[..Algorithm.NonceSize], bound, box[Algorithm.NonceSize..], plain) ? plain : null;
    }
}
