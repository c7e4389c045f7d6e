using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;

namespace Pannier.Core.Users;

/// <summary>The wraps of root keys under keys that passkeys give, filed by the hash of the credential: that is all a stranger's passkey names.</summary>
public sealed class PasskeyWraps(Database database, KeyWraps wraps, Vault vault)
{
    private const string Purpose = "passkey/wrap";
    private readonly byte[] _nobodys = Nobodys(vault);

    /// <summary>Wraps the root key of an opened keyring.</summary>
    /// <returns>False when there is a wrap for this credential already, whosever it is; nothing was changed.</returns>
    /// <exception cref="VaultLocked">The keyring is a session's, which has no root key: ask for the password.</exception>
    internal async Task<bool> AddAsync(Keyring keyring, byte[] credentialId, BoxKey given, CancellationToken cancellation)
    {
        using var key = given.Derive(Purpose);
        var hash = SHA256.HashData(credentialId);
        var box = wraps.Seal(Bound(keyring.User, hash), key, keyring.Root);
        return await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO passkey_wrap (credential_hash, person_id, suite, box) VALUES (@hash, @user, @suite, @box) ON CONFLICT (credential_hash) DO NOTHING",
                new { hash, user = keyring.User.Value, suite = (long)vault.Suite, box },
                transaction),
            cancellation) == 1;
    }

    /// <summary>Opens whosever wrap it is; null when there is none or the key does not fit, after the same work.</summary>
    internal Task<(UserAccount User, Keyring Keyring)?> OpenAsync(byte[] credentialId, BoxKey given, CancellationToken cancellation)
    {
        var hash = SHA256.HashData(credentialId);
        return database.ReadAsync<(UserAccount, Keyring)?>(
            async connection =>
            {
                using var key = given.Derive(Purpose);
                var (owner, box) = await connection.QuerySingleOrDefaultAsync<(string? Owner, byte[]? Box)>("SELECT person_id, box FROM passkey_wrap WHERE credential_hash = @hash", new { hash });
                var row = await connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE id = @id", new { id = owner ?? "" });
                if (row is null || box is null)
                {
                    vault.TryOpen(key, new AssociatedData("", "nobody", "", 1), _nobodys);
                    return null;
                }

                var user = row.ToUser();
                return await wraps.OpenAsync(connection, user.Id, Bound(user.Id, hash), box, key) is { } keyring ? (user, keyring) : null;
            },
            cancellation);
    }

    internal Task RemoveAsync(UserId user, byte[] credentialId, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("DELETE FROM passkey_wrap WHERE credential_hash = @hash AND person_id = @user", new { hash = SHA256.HashData(credentialId), user = user.Value }, transaction),
            cancellation);

    private static AssociatedData Bound(UserId user, byte[] hash) => KeyWraps.Bound(user, WrapKind.Passkey) with { Also = [Convert.ToHexString(hash)] };

    /// <summary>A box like any wrap, for credentials nobody has.</summary>
    private static byte[] Nobodys(Vault vault)
    {
        using var key = BoxKey.New(0);
        return vault.Seal(key, new AssociatedData("", "nobody", "", 1), RandomNumberGenerator.GetBytes(BoxKey.Length));
    }
}
