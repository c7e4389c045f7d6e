using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Crypto;

/// <summary>What sealing may use and what a password costs. Section <c>Crypto</c>.</summary>
public sealed record CryptoOptions
{
    /// <summary>Seal as if libsodium were absent: AES-256-CBC with HMAC-SHA512, and PBKDF2. For trying that road; off unless set.</summary>
    public bool WithoutLibsodium { get; init; }

    /// <summary>Memory one password takes while it is stretched, in MiB. 64 to 1024; 64 unless set.</summary>
    [Range(64, 1024)]
    public int Argon2MemoryMib { get; init; } = 64;

    /// <summary>Passes over that memory. 3 to 20; 3 unless set.</summary>
    [Range(3, 20)]
    public int Argon2Passes { get; init; } = 3;

    /// <summary>Rounds of PBKDF2 where libsodium is absent. 600,000 to 10,000,000; 600,000 unless set.</summary>
    [Range(600_000, 10_000_000)]
    public int Pbkdf2Rounds { get; init; } = 600_000;

    /// <summary>A file with the site key, as a secret store mounts it; unset: <c>site.key</c> in the data directory, made at the first start.</summary>
    public string? SiteKeyFile { get; init; }

    internal Vault Vault() => WithoutLibsodium ? new Vault(CryptoSuite.AesCbcHmacSha512) : new Vault();

    internal KdfParameters Cost(Vault vault) => vault.HasLibsodium ? KdfParameters.Argon2(Argon2MemoryMib * 1024, Argon2Passes) : KdfParameters.Rounds(Pbkdf2Rounds);
}
