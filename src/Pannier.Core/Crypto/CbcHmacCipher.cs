using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>AEAD_AES_256_CBC_HMAC_SHA_512 (RFC 7518 §5.2.5): for processes without libsodium.</summary>
internal sealed class CbcHmacCipher : BoxCipher
{
    private const int BlockLength = 16;
    private const int TagLength = 32;

    public override CryptoSuite Algorithm => CryptoSuite.AesCbcHmacSha512;

    public override int NonceLength => BlockLength;

    public override int SealedLength(int plainLength) => (plainLength / BlockLength + 1) * BlockLength + TagLength;

    public override IDisposable Prepare(ReadOnlySpan<byte> key)
    {
        Span<byte> both = stackalloc byte[64];
        Hkdf.Expand(key, "box/aes-256-cbc-hmac-sha512", both);
        try
        {
            return new KeyBytes(both);
        }
        finally
        {
            both.Clear();
        }
    }

    public override void Seal(IDisposable key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain, Span<byte> output)
    {
        using var keys = ((KeyBytes)key).Hold();
        using var aes = Aes.Create();
        aes.SetKey(keys.Bytes[32..]);
        var body = output[..^TagLength];
        aes.EncryptCbc(plain, nonce, body, PaddingMode.PKCS7);
        Tag(keys.Bytes[..32], associated, nonce, body, output[^TagLength..]);
    }

    public override byte[]? Open(IDisposable key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < BlockLength + TagLength || sealedBytes.Length % BlockLength != 0) return null;

        using var keys = ((KeyBytes)key).Hold();
        Span<byte> expected = stackalloc byte[TagLength];
        Tag(keys.Bytes[..32], associated, nonce, sealedBytes[..^TagLength], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, sealedBytes[^TagLength..])) return null;

        using var aes = Aes.Create();
        aes.SetKey(keys.Bytes[32..]);
        return aes.DecryptCbc(sealedBytes[..^TagLength], nonce, PaddingMode.PKCS7);
    }

    private static void Tag(ReadOnlySpan<byte> key, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> body, Span<byte> tag)
    {
        Span<byte> associatedBits = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(associatedBits, (ulong)associated.Length * 8);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA512, key);
        mac.AppendData(associated);
        mac.AppendData(nonce);
        mac.AppendData(body);
        mac.AppendData(associatedBits);
        Span<byte> whole = stackalloc byte[64];
        mac.GetHashAndReset(whole);
        whole[..TagLength].CopyTo(tag);
    }
}
