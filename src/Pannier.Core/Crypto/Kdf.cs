namespace Pannier.Core.Crypto;

/// <summary>A function that makes guessing a password slow.</summary>
public enum Kdf
{
    Argon2id,
    Pbkdf2,
}
