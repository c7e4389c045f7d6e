using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>Seals and opens boxes. A box says its format, suite and key number; new ones use the best suite this process has.</summary>
/// <remarks>Layout: format (1), suite (1), key number (4, big-endian), then the suite's own. All of the head is bound too.</remarks>
public sealed class Vault
{
    private const byte Format = 1;
    private const int HeadSize = 6;
    private readonly Dictionary<CryptoSuite, ICipher> _ciphers;
    private readonly ICipher _best;

    /// <summary>With libsodium where it loads, else with AES.</summary>
    public Vault()
        : this(SodiumLoads() ? CryptoSuite.XChaCha20Poly1305 : CryptoSuite.AesCbcHmacSha512)
    {
    }

    /// <param name="best">The suite of new boxes; without libsodium its boxes cannot be opened either.</param>
    public Vault(CryptoSuite best)
    {
        ICipher[] ciphers = best == CryptoSuite.XChaCha20Poly1305 ? [new SodiumCipher(), new AesCipher()] : [new AesCipher()];
        _ciphers = ciphers.ToDictionary(cipher => cipher.Suite);
        _best = ciphers[0];
    }

    /// <summary>The suite of new boxes.</summary>
    public CryptoSuite Suite => _best.Suite;

    /// <summary>The suites this process can open.</summary>
    public IReadOnlyCollection<CryptoSuite> Suites => _ciphers.Keys;

    public byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, AssociatedData bound) => Seal(key, 0, plain, bound);

    /// <param name="keyNumber">Which numbered key this is, for <see cref="KeyNumber"/> to tell later.</param>
    public byte[] Seal(ReadOnlySpan<byte> key, int keyNumber, ReadOnlySpan<byte> plain, AssociatedData bound)
    {
        var head = new byte[HeadSize];
        head[0] = Format;
        head[1] = (byte)_best.Suite;
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(2), keyNumber);
        return [.. head, .. _best.Seal(key, plain, [.. head, .. bound.ToBytes()])];
    }

    /// <summary>Opens a box.</summary>
    /// <exception cref="BoxRefused">It is not what was sealed here with this key for this place.</exception>
    public byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, AssociatedData bound) => TryOpen(key, box, bound) ?? throw new BoxRefused(bound.Kind);

    /// <summary>Opens a box; null when it is not what was sealed here with this key for this place.</summary>
    public byte[]? TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, AssociatedData bound) =>
        box.Length >= HeadSize && box[0] == Format && _ciphers.TryGetValue((CryptoSuite)box[1], out var cipher)
            ? cipher.Open(key, box[HeadSize..], [.. box[..HeadSize], .. bound.ToBytes()])
            : null;

    /// <summary>The number of the key a box was sealed with; null when it is no box.</summary>
    public static int? KeyNumber(ReadOnlySpan<byte> box) => box.Length >= HeadSize && box[0] == Format ? BinaryPrimitives.ReadInt32BigEndian(box[2..]) : null;

    /// <summary>The suite a box says it is of; null when it is no box.</summary>
    public static CryptoSuite? SuiteOf(ReadOnlySpan<byte> box) => box.Length >= HeadSize && box[0] == Format ? (CryptoSuite)box[1] : null;

    private static bool SodiumLoads()
    {
        try
        {
            return NSec.Cryptography.AeadAlgorithm.XChaCha20Poly1305.KeySize == Keys.Size;
        }
        catch (Exception absent) when (absent is DllNotFoundException or TypeInitializationException or PlatformNotSupportedException or CryptographicException)
        {
            return false;
        }
    }
}
