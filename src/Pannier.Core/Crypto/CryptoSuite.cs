namespace Pannier.Core.Crypto;

/// <summary>How a box is sealed; its number stands in the box.</summary>
public enum CryptoSuite : byte
{
    /// <summary>No suite: no box has this number.</summary>
    None = 0,

    /// <summary>XChaCha20-Poly1305 by libsodium.</summary>
    XChaCha20Poly1305 = 1,

    /// <summary>AES-256-CBC, then HMAC-SHA512 over it, with separate keys: where libsodium is absent.</summary>
    AesCbcHmacSha512 = 2,
}
