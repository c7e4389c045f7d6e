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

    public async Task<FactorState> StateAsync(Keyring keyring, CancellationToken cancellation)
    {
        var factor = (await Records(keyring).FindAsync(Active, cancellation))?.Value;
        return new FactorState(factor is { HasApp: true } ? factor.Since : null, factor?.Codes.Count ?? 0, await CountPasskeysAsync(keyring, cancellation));
    }

    public async Task<bool> IsSetUpAsync(Keyring keyring, CancellationToken cancellation) => (await StateAsync(keyring, cancellation)).IsSetUp;

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
        var before = (await records.FindAsync(Active, cancellation))?.Version ?? 0;
        if (await records.FindAsync(Pending, cancellation) is not { Value: var pending } || TotpCode.StepOf(pending.Secret, typed, clock.GetUtcNow()) is not { } step) return null;

        var codes = RecoveryCodes.New();
        if (!await records.PutAsync(Active, new SecondFactor(pending.Secret, step, Hashes(codes), clock.GetUtcNow()), before, cancellation)) return null;
        await records.RemoveAsync(Pending, CancellationToken.None);
        return codes;
    }

    /// <summary>Sees that somebody who has a passkey has recovery codes too.</summary>
    /// <returns>The codes, shown this once; null when there were some already.</returns>
    public async Task<IReadOnlyList<string>?> FirstCodesAsync(Keyring keyring, CancellationToken cancellation)
    {
        var codes = RecoveryCodes.New();
        return await Records(keyring).PutAsync(Active, new SecondFactor([], 0, Hashes(codes), clock.GetUtcNow()), 0, cancellation) ? codes : null;
    }

    /// <summary>Looks at a code. Whoever calls has begun a try (<see cref="Throttling.Tries"/>).</summary>
    /// <remarks>A code is good once: of two that come at the same time one is wrong.</remarks>
    public async Task<FactorCheck> CheckAsync(Keyring keyring, string typed, CancellationToken cancellation)
    {
        var records = Records(keyring);
        if (await records.FindAsync(Active, cancellation) is not { } found) return FactorCheck.Wrong;

        var factor = found.Value;
        if (factor.HasApp && TotpCode.StepOf(factor.Secret, typed, clock.GetUtcNow()) is { } step)
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

    /// <summary>Takes the authenticator app away; recovery codes stay with whoever has passkeys.</summary>
    public async Task RemoveAppAsync(Keyring keyring, CancellationToken cancellation)
    {
        var records = Records(keyring);
        await records.RemoveAsync(Pending, cancellation);
        if (await CountPasskeysAsync(keyring, cancellation) == 0) await records.RemoveAsync(Active, cancellation);
        else if (await records.FindAsync(Active, cancellation) is { Value: var factor }) await records.PutAsync(Active, factor with { Secret = [], LastStep = 0 }, cancellation);
    }

    /// <summary>Takes recovery codes away that nothing is left for: the last passkey went, and there is no app.</summary>
    public async Task TidyAsync(Keyring keyring, CancellationToken cancellation)
    {
        if (!await IsSetUpAsync(keyring, cancellation)) await Records(keyring).RemoveAsync(Active, cancellation);
    }

    private static IReadOnlyList<byte[]> Hashes(IReadOnlyList<string> codes) => [.. codes.Select(RecoveryCodes.Hash).OfType<byte[]>()];

    private async Task<int> CountPasskeysAsync(Keyring keyring, CancellationToken cancellation) => await new RecordsOf<Passkey>(database, () => keyring).AllAsync(cancellation).CountAsync(cancellation);

    private RecordsOf<SecondFactor> Records(Keyring keyring) => new(database, () => keyring);
}
