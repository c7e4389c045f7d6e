using System.Globalization;

namespace Pannier.Core.Crypto;

/// <summary>How a password becomes keys, stored beside what it protects.</summary>
/// <param name="Cost">Argon2id: passes. PBKDF2: iterations.</param>
/// <param name="MemoryKiB">Argon2id only; 0 for PBKDF2.</param>
public sealed record KdfParameters(Kdf Kdf, int Cost, int MemoryKiB)
{
    /// <summary>64 MiB and three passes (RFC 9106's second recommendation; parallelism 1, which is all libsodium offers).</summary>
    public static KdfParameters Argon2id { get; } = new(Kdf.Argon2id, 3, 64 * 1024);

    /// <summary>PBKDF2-HMAC-SHA512 with 600,000 iterations, where libsodium is absent.</summary>
    public static KdfParameters Pbkdf2 { get; } = new(Kdf.Pbkdf2, 600_000, 0);

    public static KdfParameters? Read(string text) =>
        text.Split('$') is [var kdf, var cost, var memory]
        && Enum.TryParse<Kdf>(kdf, out var parsed)
        && int.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var c)
        && int.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            ? new(parsed, c, m)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kdf}${Cost}${MemoryKiB}");
}
