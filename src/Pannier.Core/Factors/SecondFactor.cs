using Pannier.Core.Records;

namespace Pannier.Core.Factors;

/// <summary>A person's authenticator app and recovery codes, sealed with their data key: readable only once the password was right.</summary>
/// <param name="Secret">20 random bytes, shared with their authenticator app (RFC 6238); empty when they have passkeys only.</param>
/// <param name="LastStep">The time step of the last code taken; no code of it or before is taken again.</param>
/// <param name="Codes">Hashes of the recovery codes that are left.</param>
[RecordKind("second-factor", 1)]
internal sealed record SecondFactor(byte[] Secret, long LastStep, IReadOnlyList<byte[]> Codes, DateTimeOffset Since)
{
    public bool HasApp => Secret.Length > 0;
}
