using System.Security.Cryptography;
using System.Text;
using Pannier.Core.Crypto;

namespace Pannier.Core.Audit;

/// <summary>Seals for a key pair: whoever has the public half puts in, only the private half takes out.</summary>
/// <remarks>
/// An ephemeral P-256 key agrees with the public one (ECDH); HKDF over both public keys makes a box's key of it. It hides what
/// was put in; it does not tell who put it there.
/// </remarks>
internal static class LetterBox
{
    private static readonly ECCurve Curve = ECCurve.NamedCurves.nistP256;

    /// <returns>The private half as SEC 1; wipe it once it is sealed.</returns>
    public static byte[] NewPrivate()
    {
        using var pair = ECDiffieHellman.Create(Curve);
        return pair.ExportECPrivateKey();
    }

    /// <summary>The public half, as a SubjectPublicKeyInfo (RFC 5280).</summary>
    public static byte[] PublicOf(ReadOnlySpan<byte> privateKey)
    {
        using var pair = Read(privateKey);
        return pair.ExportSubjectPublicKeyInfo();
    }

    /// <returns>The ephemeral public key with its length in two octets before it, then the box.</returns>
    public static byte[] Put(Vault vault, byte[] publicKey, AssociatedData bound, ReadOnlySpan<byte> plain)
    {
        using var ephemeral = ECDiffieHellman.Create(Curve);
        using var other = ECDiffieHellman.Create();
        other.ImportSubjectPublicKeyInfo(publicKey, out _);
        var mine = ephemeral.ExportSubjectPublicKeyInfo();
        using var key = Agree(ephemeral, other, mine, publicKey);
        return [(byte)(mine.Length >> 8), (byte)mine.Length, .. mine, .. vault.Seal(key, bound, plain)];
    }

    /// <returns>Null for what was not put in by these keys for this place.</returns>
    /// <exception cref="BoxRefused">This process cannot open such a box at all.</exception>
    public static byte[]? Take(Vault vault, ReadOnlySpan<byte> privateKey, AssociatedData bound, byte[] letter)
    {
        var length = letter.Length < 2 ? int.MaxValue : (letter[0] << 8) | letter[1];
        if (letter.Length - 2 < length) return null;
        using var own = Read(privateKey);
        using var ephemeral = ECDiffieHellman.Create();
        var theirs = letter[2..(2 + length)];
        try
        {
            ephemeral.ImportSubjectPublicKeyInfo(theirs, out _);
            using var key = Agree(own, ephemeral, theirs, own.ExportSubjectPublicKeyInfo());
            return vault.TryOpen(key, bound, letter.AsSpan(2 + length));
        }
        catch (Exception damaged) when (damaged is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static BoxKey Agree(ECDiffieHellman own, ECDiffieHellman other, byte[] ephemeral, byte[] publicKey)
    {
        using var half = other.PublicKey;
        var agreed = own.DeriveRawSecretAgreement(half);
        Span<byte> key = stackalloc byte[BoxKey.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, key, SHA256.HashData([.. ephemeral, .. publicKey]), Encoding.UTF8.GetBytes("pannier/1/letter box"));
        CryptographicOperations.ZeroMemory(agreed);
        try
        {
            return BoxKey.Of(0, key);
        }
        finally
        {
            key.Clear();
        }
    }

    private static ECDiffieHellman Read(ReadOnlySpan<byte> privateKey)
    {
        var pair = ECDiffieHellman.Create();
        pair.ImportECPrivateKey(privateKey, out _);
        return pair;
    }
}
