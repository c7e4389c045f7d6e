using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using Pannier.Core.Crypto;

namespace Pannier.Core.Sealing;

/// <summary>A session's half of the key agreement (ECDH over P-256): the same on every node, since it follows from a secret in the session.</summary>
internal sealed class SessionHalf
{
    private const int ScalarSize = 32;

    /// <summary>The order of the curve's group (SEC 2 §2.4.2).</summary>
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private readonly ECParameters _pair;
    private readonly byte[] _point;

    private SessionHalf(ECParameters pair, byte[] point) => (_pair, _point) = (pair, point);

    /// <summary>The public half, as the page is told it.</summary>
    public string Public => Base64Url.EncodeToString(_point);

    /// <param name="secret">32 random octets of the session, and of nothing else.</param>
    public static SessionHalf Of(byte[] secret)
    {
        Span<byte> wide = stackalloc byte[48]; // 128 bits more than the order has: no number is likelier than another (FIPS 186-5 A.2.1)
        Hkdf.Expand(secret, "answer seal", wide);
        var number = (new BigInteger(wide, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        wide.Clear();
        var scalar = new byte[ScalarSize];
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(scalar, ScalarSize - bytes.Length);

        using var pair = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
        var known = pair.ExportParameters(includePrivateParameters: true);
        return new(known, [4, .. known.Q.X!, .. known.Q.Y!]); // a named curve has both
    }

    /// <summary>The key this session shares with a page; the caller wipes it. Null when what the page sent is no point of the curve.</summary>
    public byte[]? Agree(SealAsk ask)
    {
        try
        {
            using var own = ECDiffieHellman.Create(_pair);
            using var page = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = ask.Point[1..33], Y = ask.Point[33..] },
            });
            var shared = own.DeriveRawSecretAgreement(page.PublicKey);
            var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, SealedBytes.KeySize, [], [.. "pannier seal 1"u8, .. ask.Point, .. _point]);
            CryptographicOperations.ZeroMemory(shared);
            return key;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
