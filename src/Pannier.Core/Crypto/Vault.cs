using System.Security.Cryptography;
using NSec.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>Seals and opens boxes. New ones use the best suite this process has; each suite it has opens.</summary>
public sealed class Vault
{
    private static readonly Lazy<bool> SodiumLoads = new(Probe);

    private readonly BoxCipher[] _ciphers;

    /// <summary>With libsodium where it loads, else with AES.</summary>
    public Vault()
        : this(SodiumLoads.Value ? CryptoSuite.XChaCha20Poly1305 : CryptoSuite.AesCbcHmacSha512)
    {
    }

    /// <param name="best">The suite of new boxes; without libsodium its boxes cannot be opened either.</param>
    public Vault(CryptoSuite best) =>
        _ciphers = best == CryptoSuite.XChaCha20Poly1305 ? [new XChaChaCipher(), new CbcHmacCipher()] : [new CbcHmacCipher()];

    /// <summary>The suite of new boxes.</summary>
    public CryptoSuite Suite => _ciphers[0].Algorithm;

    public bool HasLibsodium => Suite == CryptoSuite.XChaCha20Poly1305;

    public bool Opens(CryptoSuite suite) => Array.Exists(_ciphers, cipher => cipher.Algorithm == suite);

    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public byte[] Seal(BoxKey key, AssociatedData bound, ReadOnlySpan<byte> plain)
    {
        var cipher = _ciphers[0];
        var bodyAt = Box.HeadLength + cipher.NonceLength;
        var box = new byte[bodyAt + cipher.SealedLength(plain.Length)];
        new Box(cipher.Algorithm, key.Id).Write(box);
        RandomNumberGenerator.Fill(box.AsSpan(Box.HeadLength, cipher.NonceLength));
        cipher.Seal(key.For(cipher), box.AsSpan(Box.HeadLength, cipher.NonceLength), bound.ToBytes(box.AsSpan(0, Box.HeadLength)), plain, box.AsSpan(bodyAt));
        return box;
    }

    /// <returns>The content; wipe it when it was a secret.</returns>
    /// <exception cref="BoxRefused">It is not what was sealed here with this key for this place, or cannot be opened by this process.</exception>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public byte[] Open(BoxKey key, AssociatedData bound, ReadOnlySpan<byte> box)
    {
        var head = Box.Read(box);
        var cipher = Array.Find(_ciphers, known => known.Algorithm == head.Suite)
            ?? throw new BoxRefused(BoxFault.AlgorithmMissing, "A sealed value needs libsodium, which did not load on this machine. Install it, or run Pannier where it is.");
        var bodyAt = Box.HeadLength + cipher.NonceLength;
        if (head.KeyId != key.Id || box.Length < bodyAt) throw BoxRefused.Damaged(bound.Kind);

        return cipher.Open(key.For(cipher), box[Box.HeadLength..bodyAt], bound.ToBytes(box[..Box.HeadLength]), box[bodyAt..])
            ?? throw BoxRefused.Damaged(bound.Kind);
    }

    /// <summary>Opens a box; null when it is damaged, moved, or sealed with another key.</summary>
    /// <exception cref="BoxRefused">This process cannot open such a box at all: it must not pass for a wrong key.</exception>
    public byte[]? TryOpen(BoxKey key, AssociatedData bound, ReadOnlySpan<byte> box)
    {
        try
        {
            return Open(key, bound, box);
        }
        catch (BoxRefused refused) when (refused.Fault == BoxFault.Damaged)
        {
            return null;
        }
    }

    private static bool Probe()
    {
        try
        {
            return AeadAlgorithm.XChaCha20Poly1305.NonceSize == 24;
        }
        catch (Exception absent) when (absent is DllNotFoundException or TypeInitializationException or PlatformNotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }
}
