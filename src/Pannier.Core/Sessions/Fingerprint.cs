using System.Security.Cryptography;
using System.Text;

namespace Pannier.Core.Sessions;

/// <summary>A session's traits as keyed hashes of 16 octets each, one by one, so that one that is absent later is not compared.</summary>
internal sealed record Fingerprint(byte[] Origin, byte[] Agent, byte[] Language, byte[] Address)
{
    public const int Size = 16;

    /// <param name="key">The session's own.</param>
    public static Fingerprint Of(byte[] key, RequestTraits traits) =>
        new(Part(key, "origin", traits.Origin), Part(key, "agent", traits.Agent), Part(key, "language", traits.Language), Part(key, "address", traits.Address));

    /// <summary>Each comparison takes the same time wherever two differ.</summary>
    public FingerprintVerdict Compare(Fingerprint now)
    {
        if (!Fits(Origin, now.Origin)) return FingerprintVerdict.OtherOrigin;
        return Fits(Agent, now.Agent) & Fits(Language, now.Language) & Fits(Address, now.Address) ? FingerprintVerdict.Same : FingerprintVerdict.OtherBrowser;
    }

    private static bool Fits(byte[] then, byte[] now) => then.Length == 0 || now.Length == 0 || CryptographicOperations.FixedTimeEquals(then, now);

    /// <summary>Name and value with their lengths before them: no two different pairs read alike.</summary>
    private static byte[] Part(byte[] key, string name, string value) =>
        value.Length == 0 ? [] : HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"fingerprint {name.Length}:{name}{value.Length}:{value}"))[..Size];
}
