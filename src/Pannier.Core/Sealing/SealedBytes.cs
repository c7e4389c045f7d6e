using System.Security.Cryptography;
using System.Text;

namespace Pannier.Core.Sealing;

/// <summary>Octets sealed for the page's script (WebCrypto has no ChaCha): a random 12-byte IV, AES-256-GCM's ciphertext, its 16-byte tag.</summary>
internal static class SealedBytes
{
    public const int KeySize = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <param name="key">32 octets.</param>
    /// <param name="bound">What it is an answer to: opened for anything else, it does not open.</param>
    public static byte[] Seal(byte[] key, string bound, ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(bound));
        return box;
    }
}
