namespace Pannier.Core.Crypto;

/// <summary>One suite's sealing: a 32-byte key, a fresh random nonce each time.</summary>
internal interface ICipher
{
    CryptoSuite Suite { get; }

    /// <returns>Nonce, ciphertext and tag as the suite lays them out.</returns>
    byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound);

    /// <returns>Null when it was sealed with another key, for another place, or was changed.</returns>
    byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound);
}
