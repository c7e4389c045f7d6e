using System.Security.Cryptography;
using Pannier.Core.Records;

namespace Pannier.Core.Factors;

/// <summary>One passkey of a person (a WebAuthn credential record), sealed with their data key.</summary>
/// <param name="CredentialId">As the authenticator named it.</param>
/// <param name="PublicKey">COSE (RFC 9052).</param>
/// <param name="SignCount">The authenticator's counter at its last use; 0 when it has none.</param>
/// <param name="Host">The host it was made at, and works at alone (its relying party).</param>
/// <param name="UsedAt">Null when never.</param>
/// <param name="SignsIn">Whether it also opens the data by itself (<see cref="Users.PasskeyWraps"/>).</param>
[RecordKind("passkey", 1)]
internal sealed record Passkey(
    byte[] CredentialId,
    byte[] PublicKey,
    uint SignCount,
    IReadOnlyList<string> Transports,
    bool BackupEligible,
    bool BackedUp,
    string Name,
    string Host,
    DateTimeOffset AddedAt,
    DateTimeOffset? UsedAt,
    bool SignsIn)
{
    /// <summary>Whether it opens the data at a host of the site.</summary>
    public bool OpensAt(string host) => SignsIn && Host == host;

    /// <summary>What a credential is filed under: its hash in hexadecimal.</summary>
    public static string Id(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId));
}
