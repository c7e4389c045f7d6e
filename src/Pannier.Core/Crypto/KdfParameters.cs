using System.Globalization;
using System.Text.RegularExpressions;

namespace Pannier.Core.Crypto;

/// <summary>How a password becomes keys, kept beside what it protects so that it can rise.</summary>
/// <remarks>As text a PHC string without salt: <c>$argon2id$v=19$m=65536,t=3,p=1</c> or <c>$pbkdf2-sha512$i=600000</c>.</remarks>
public sealed partial record KdfParameters
{
    private KdfParameters(bool argon2, int memory, int passes) => (IsArgon2, MemoryKib, Passes) = (argon2, memory, passes);

    /// <summary>Argon2id, version 19, one lane (RFC 9106); otherwise PBKDF2 with HMAC-SHA512 (RFC 8018).</summary>
    public bool IsArgon2 { get; }

    /// <summary>KiB; 0 for PBKDF2.</summary>
    public int MemoryKib { get; }

    /// <summary>Passes over the memory, or rounds of PBKDF2.</summary>
    public int Passes { get; }

    /// <summary>64 MiB and three passes (RFC 9106's second choice; one lane, which is all libsodium offers).</summary>
    public static KdfParameters Argon2id { get; } = Argon2(64 * 1024, 3);

    /// <summary>PBKDF2-HMAC-SHA512 with 600,000 rounds, where libsodium is absent.</summary>
    public static KdfParameters Pbkdf2 { get; } = Rounds(600_000);

    /// <param name="memoryKib">8 KiB to 2 GiB; new passwords take 64 MiB.</param>
    /// <param name="passes">1 to 64; new passwords take 3.</param>
    public static KdfParameters Argon2(int memoryKib, int passes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(memoryKib, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(memoryKib, 2 * 1024 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(passes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passes, 64);
        return new(true, memoryKib, passes);
    }

    /// <param name="rounds">1 to 100 million; new passwords take 600,000.</param>
    public static KdfParameters Rounds(int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, 100_000_000);
        return new(false, 0, rounds);
    }

    /// <summary>Null when the text is no cost within the bounds above.</summary>
    public static KdfParameters? Read(string text)
    {
        try
        {
            if (Argon2Text().Match(text) is { Success: true } argon2) return Argon2(Number(argon2, 1), Number(argon2, 2));
            if (Pbkdf2Text().Match(text) is { Success: true } pbkdf2) return Rounds(Number(pbkdf2, 1));
            return null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>True when a password of this cost should be stretched anew at the next sign-in: never from Argon2id to PBKDF2.</summary>
    public bool IsWeakerThan(KdfParameters other) =>
        IsArgon2 == other.IsArgon2
            ? (MemoryKib < other.MemoryKib && Passes <= other.Passes) || (MemoryKib <= other.MemoryKib && Passes < other.Passes)
            : other.IsArgon2;

    public override string ToString() => IsArgon2
        ? string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={MemoryKib},t={Passes},p=1")
        : string.Create(CultureInfo.InvariantCulture, $"$pbkdf2-sha512$i={Passes}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=([0-9]{1,9}),t=([0-9]{1,9}),p=1\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Argon2Text();

    [GeneratedRegex(@"^\$pbkdf2-sha512\$i=([0-9]{1,9})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pbkdf2Text();
}
