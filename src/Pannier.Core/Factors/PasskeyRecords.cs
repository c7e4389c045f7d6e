using Microsoft.AspNetCore.Identity;
using Pannier.Core.Records;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Factors;

/// <summary>A person's passkeys among their sealed records, and how one's answer is checked against what is kept of it.</summary>
internal sealed class PasskeyRecords(Database database, PasskeyProtocol protocol, TimeProvider clock)
{
    public async Task<IReadOnlyList<Passkey>> AllAsync(Keyring keyring, CancellationToken cancellation)
    {
        var all = new List<Passkey>();
        await foreach (var record in Of(keyring).AllAsync(cancellation)) all.Add(record.Value);
        return [.. all.OrderBy(passkey => passkey.AddedAt)];
    }

    public RecordsOf<Passkey> Of(Keyring keyring) => new(database, () => keyring);

    /// <summary>Checks an answer, and notes the use. Of two of the same count one is wrong.</summary>
    public async Task<PasskeyCheck> CheckAsync(Keyring keyring, PasskeyUse use, string state, PasskeyAnswer answer, CancellationToken cancellation)
    {
        var records = Of(keyring);
        if (await records.FindAsync(Passkey.Id(answer.CredentialId), cancellation) is not { Value: var passkey } found || passkey.Host != protocol.Host) return PasskeyCheck.Wrong;
        if (await protocol.CheckAsync(Owner(keyring, "", [passkey]), use, state, answer) is not { } checkedOne) return PasskeyCheck.Wrong;
        if (checkedOne.SignCount <= passkey.SignCount && (checkedOne.SignCount, passkey.SignCount) != (0, 0)) return PasskeyCheck.WentBack;

        var used = passkey with { SignCount = checkedOne.SignCount, BackedUp = checkedOne.IsBackedUp, UsedAt = clock.GetUtcNow() };
        return await records.PutAsync(found.Id, used, found.Version, cancellation) ? PasskeyCheck.Right : PasskeyCheck.Wrong;
    }

    public static PasskeyOwner Owner(Keyring keyring, string name, IEnumerable<Passkey> passkeys) => new(keyring.User.Value, name, [.. passkeys.Select(Info)]);

    /// <summary>With a count of zero: the handler would only say that something is wrong, and a counter that goes back is told apart here.</summary>
    private static UserPasskeyInfo Info(Passkey passkey) =>
        new(passkey.CredentialId, passkey.PublicKey, passkey.AddedAt, 0, [.. passkey.Transports], true, passkey.BackupEligible, passkey.BackedUp, [], []);
}
