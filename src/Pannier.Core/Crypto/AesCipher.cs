using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>AES-256-CBC, then HMAC-SHA512 over binding, IV and ciphertext; two keys by HKDF. The MAC is checked before a byte is decrypted.</summary>
internal sealed class AesCipher : ICipher
{
    private const int IvSize = 16;
    private const int MacSize = 64;

    public CryptoSuite Suite => CryptoSuite.AesCbcHmacSha512;

    public byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var iv = RandomNumberGenerator.GetBytes(IvSize);
        using var aes = Cipher(key);
        var cipher = aes.EncryptCbc(plain, iv);
        return [.. iv, .. cipher, .. Mac(key, iv, cipher, bound)];
    }

    public byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < IvSize + IvSize + MacSize) return null;

        var iv = box[..IvSize];
        var cipher = box[IvSize..^MacSize];
        var mac = box[^MacSize..];
        if (!CryptographicOperations.FixedTimeEquals(Mac(key, iv, cipher, bound), mac)) return null;

        using var aes = Cipher(key);
        return aes.DecryptCbc(cipher, iv);
    }

    [SuppressMessage("Security", "CA5401", Justification = "The IV is given with each call, fresh and random.")]
    private static Aes Cipher(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        aes.Key = Keys.Derive(key, "aes-256-cbc");
        return aes;
    }

    private static byte[] Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bound)
    {
        var macKey = Keys.Derive(key, "hmac-sha512");
        try
        {
            using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA512, macKey);
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, bound.Length);
            mac.AppendData(length);
            mac.AppendData(bound);
            mac.AppendData(iv);
            mac.AppendData(cipher);
            return mac.GetHashAndReset();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(macKey);
        }
    }
}
