using System.Security.Cryptography;
using Pannier.Core.Records;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Factors;

/// <summary>Sets up, asks for and takes away the second factor of the person whose opened keys are given.</summary>
public sealed class SecondFactors(Database database, TimeProvider clock)
{
    private const string Active = "totp";
    private const string Pending = "totp-pending";

    public async Task<FactorState> StateAsync(Keyring keyring, CancellationToken cancellation) =>
        await Records(keyring).FindAsync(Active, cancellation) is { Value: var factor } ? new FactorState(factor.Since, factor.Codes.Count) : new FactorState(null, 0);

    public async Task<bool> IsSetUpAsync(Keyring keyring, CancellationToken cancellation) => await Records(keyring).FindAsync(Active, cancellation) is not null;

    /// <summary>Makes a new secret, which counts once a code of it is given; until then the old one does.</summary>
    public async Task<byte[]> BeginAsync(Keyring keyring, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetBytes(TotpCode.SecretLength);
        await Records(keyring).PutAsync(Pending, new SecondFactor(secret, 0, [], clock.GetUtcNow()), cancellation);
        return secret;
    }

    /// <summary>The secret that waits for its first code; null when none does.</summary>
    public async Task<byte[]?> PendingAsync(Keyring keyring, CancellationToken cancellation) => (await Records(keyring).FindAsync(Pending, cancellation))?.Value.Secret;

    /// <summary>Turns the new secret on by a code of it.</summary>
    /// <returns>The recovery codes, shown this once; null when the code is wrong or nothing waits for one.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Keyring keyring, string typed, CancellationToken cancellation)
    {
        var records = Records(keyring);
        if (await records.FindAsync(Pending, cancellation) is not { Value: var pending } || TotpCode.StepOf(pending.Secret, typed, clock.GetUtcNow()) is not { } step) return null;

        var codes = RecoveryCodes.New();
        await records.PutAsync(Active, new SecondFactor(pending.Secret, step, Hashes(codes), clock.GetUtcNow()), cancellation);
        await records.RemoveAsync(Pending, CancellationToken.None);
        return codes;
    }

    /// <summary>Looks at a code. Whoever calls has begun a try (<see cref="Throttling.Tries"/>).</summary>
    /// <remarks>A code is good once: of two that come at the same time one is wrong.</remarks>
    public async Task<FactorCheck> CheckAsync(Keyring keyring, string typed, CancellationToken cancellation)
    {
        var records = Records(keyring);
        if (await records.FindAsync(Active, cancellation) is not { } found) return FactorCheck.Wrong;

        var factor = found.Value;
        if (TotpCode.StepOf(factor.Secret, typed, clock.GetUtcNow()) is { } step)
            return step > factor.LastStep && await records.PutAsync(Active, factor with { LastStep = step }, found.Version, cancellation) ? FactorCheck.App : FactorCheck.Wrong;

        if (RecoveryCodes.Hash(typed) is not { } hash) return FactorCheck.Wrong;
        var left = factor.Codes.Where(code => !CryptographicOperations.FixedTimeEquals(code, hash)).ToList();
        return left.Count < factor.Codes.Count && await records.PutAsync(Active, factor with { Codes = left }, found.Version, cancellation) ? FactorCheck.RecoveryCode : FactorCheck.Wrong;
    }

    /// <summary>Makes ten new recovery codes; the old ones are good for nothing any more.</summary>
    /// <returns>Null when there is no second factor.</returns>
    public async Task<IReadOnlyList<string>?> NewCodesAsync(Keyring keyring, CancellationToken cancellation)
    {
        var records = Records(keyring);
        if (await records.FindAsync(Active, cancellation) is not { } found) return null;

        var codes = RecoveryCodes.New();
        return await records.PutAsync(Active, found.Value with { Codes = Hashes(codes) }, found.Version, cancellation) ? codes : null;
    }

    public async Task RemoveAsync(Keyring keyring, CancellationToken cancellation)
    {
        await Records(keyring).RemoveAsync(Active, cancellation);
        await Records(keyring).RemoveAsync(Pending, cancellation);
    }

    private static IReadOnlyList<byte[]> Hashes(IReadOnlyList<string> codes) => [.. codes.Select(RecoveryCodes.Hash).OfType<byte[]>()];

    private RecordsOf<SecondFactor> Records(Keyring keyring) => new(database, () => keyring);
}
