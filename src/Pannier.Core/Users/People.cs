using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Mail;

namespace Pannier.Core.Users;

/// <summary>Who may sign in, and their keys: registering, signing in, changing and recovering passwords.</summary>
/// <remarks>The password is never stored: one run of the slow function gives a verifier and the key that wraps the root key.</remarks>
public sealed class People(Database database, Vault vault, PasswordKdf kdf, KeyWraps wraps, TimeProvider clock)
{
    /// <summary>Whether nobody has registered yet.</summary>
    public Task<bool> AreNoneAsync(CancellationToken cancellation) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person") == 0, cancellation);

    public Task<IReadOnlyList<UserAccount>> AllAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<UserAccount>>(
            async connection => [.. (await connection.QueryAsync<PersonRow>($"SELECT {PersonRow.Columns} FROM person ORDER BY name_key")).Select(row => row.ToUser())],
            cancellation);

    /// <summary>Null when nobody has this name.</summary>
    public async Task<UserAccount?> FindAsync(SignInName name, CancellationToken cancellation) => (await RowAsync(name, cancellation))?.ToUser();

    /// <summary>Registers by a one-time link, which is used up.</summary>
    /// <returns>Null when the link was used meanwhile or the name is taken.</returns>
    public async Task<Registered?> RegisterAsync(string token, Role role, SignInName name, Secret password, CancellationToken cancellation)
    {
        var user = new UserAccount(UserId.New(), name, role, clock.GetUtcNow());
        var (root, dataKey, recovery) = (Keys.New(), Keys.New(), RecoveryKey.New());
        using var normal = PasswordRules.Normalise(password);
        var (own, spare) = (await DeriveAsync(normal, cancellation), await DeriveAsync(recovery, cancellation));
        var done = await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!await Links.UseAsync(connection, transaction, token)) return false;
                if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person WHERE name_key = @key", new { key = name.Key }, transaction) > 0) throw new NameTakenException();

                await connection.ExecuteAsync(
                    "INSERT INTO person (id, name, name_key, role, created_at, salt, kdf, verifier) VALUES (@id, @name, @key, @role, @at, @salt, @kdf, @verifier)",
                    new { id = user.Id.Value, name = name.Shown, key = name.Key, role = role.ToString(), at = user.CreatedAt.ToUnixTimeSeconds(), salt = own.Salt, kdf = own.Parameters.ToString(), verifier = own.Keys.Verifier.ToArray() },
                    transaction);
                await wraps.PutAsync(connection, transaction, user.Id, WrapKind.Password, own.Salt, own.Parameters, own.Keys.WrappingKey, root);
                await wraps.PutAsync(connection, transaction, user.Id, WrapKind.Recovery, spare.Salt, spare.Parameters, spare.Keys.WrappingKey, root);
                await connection.ExecuteAsync(
                    "INSERT INTO data_key (person_id, number, box) VALUES (@id, 1, @box)",
                    new { id = user.Id.Value, box = vault.Seal(root, dataKey, KeyWraps.DataKey(user.Id, 1)) },
                    transaction);
                return true;
            },
            cancellation);
        return done ? new Registered(user, new Keyring(root, [new(1, dataKey)]), recovery) : null;
    }

    /// <summary>Checks a password, in the same time whether the name exists or not .</summary>
    public async Task<SignInOutcome> SignInAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        var row = await RowAsync(name, cancellation);
        using var normal = PasswordRules.Normalise(password);
        var parameters = (row is null ? null : KdfParameters.Read(row.Kdf)) ?? kdf.Current;
        var keys = await kdf.DeriveAsync(normal, row?.Salt ?? SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name.Key))[..PasswordKdf.SaltSize], parameters, cancellation);
        if (row is null || !keys.Matches(row.Verifier)) return new SignInOutcome.Refused();

        var user = row.ToUser();
        var keyring = await database.ReadAsync(connection => wraps.OpenAsync(connection, user.Id, WrapKind.Password, keys.WrappingKey), cancellation);
        if (keyring is null) return new SignInOutcome.Locked(user);

        if (parameters != kdf.Current) await SetPasswordAsync(user, normal, keyring, cancellation); // stronger parameters since
        return new SignInOutcome.Opened(user, keyring);
    }

    /// <summary>Sets a new password for opened keys: verifier and wrap in one transaction, all data stays as it is.</summary>
    public async Task SetPasswordAsync(UserAccount user, Secret password, Keyring keyring, CancellationToken cancellation)
    {
        using var normal = PasswordRules.Normalise(password);
        var own = await DeriveAsync(normal, cancellation);
        var root = keyring.Root.ToArray();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await PutVerifierAsync(connection, transaction, user.Id, own);
                await wraps.PutAsync(connection, transaction, user.Id, WrapKind.Password, own.Salt, own.Parameters, own.Keys.WrappingKey, root);
            },
            cancellation);
        CryptographicOperations.ZeroMemory(root);
    }

    /// <summary>Sets a new sign-in password by a reset link. The old wraps stay: the data is locked until the old password or the recovery key is given.</summary>
    /// <returns>False when the link was used meanwhile.</returns>
    public async Task<bool> ResetPasswordAsync(string token, UserAccount user, Secret password, CancellationToken cancellation)
    {
        using var normal = PasswordRules.Normalise(password);
        var own = await DeriveAsync(normal, cancellation);
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!await Links.UseAsync(connection, transaction, token)) return false;
                await PutVerifierAsync(connection, transaction, user.Id, own);
                return true;
            },
            cancellation);
    }

    /// <summary>Opens locked data with the old password; null when it does not fit. Call <see cref="SetPasswordAsync"/> after.</summary>
    public async Task<Keyring?> UnlockAsync(UserAccount user, Secret oldPassword, CancellationToken cancellation)
    {
        using var normal = PasswordRules.Normalise(oldPassword);
        return await database.ReadAsync(connection => wraps.OpenAsync(connection, user.Id, WrapKind.Password, normal, cancellation), cancellation);
    }

    /// <summary>Opens the data with the recovery key; null when it does not fit. Call <see cref="SetPasswordAsync"/> and <see cref="NewRecoveryKeyAsync"/> after.</summary>
    public async Task<Keyring?> UnlockAsync(UserAccount user, RecoveryKey recovery, CancellationToken cancellation)
    {
        using var secret = recovery.ToSecret();
        return await database.ReadAsync(connection => wraps.OpenAsync(connection, user.Id, WrapKind.Recovery, secret, cancellation), cancellation);
    }

    /// <summary>Finds a person by name and opens their data with the recovery key, in the same time whether the name exists or not; null when either is wrong.</summary>
    public async Task<(UserAccount User, Keyring Keyring)?> RecoverAsync(SignInName name, RecoveryKey recovery, CancellationToken cancellation)
    {
        if (await FindAsync(name, cancellation) is not { } user)
        {
            await DeriveAsync(recovery, cancellation);
            return null;
        }

        return await UnlockAsync(user, recovery, cancellation) is { } keyring ? (user, keyring) : null;
    }

    /// <summary>Makes a new recovery key in place of the old one, which opens nothing any more.</summary>
    public async Task<RecoveryKey> NewRecoveryKeyAsync(UserAccount user, Keyring keyring, CancellationToken cancellation)
    {
        var recovery = RecoveryKey.New();
        var spare = await DeriveAsync(recovery, cancellation);
        var root = keyring.Root.ToArray();
        await database.WriteAsync((connection, transaction) => wraps.PutAsync(connection, transaction, user.Id, WrapKind.Recovery, spare.Salt, spare.Parameters, spare.Keys.WrappingKey, root), cancellation);
        CryptographicOperations.ZeroMemory(root);
        return recovery;
    }

    /// <summary>Removes a person and all that is theirs here; nothing on any mail server changes.</summary>
    public Task RemoveAsync(UserId user, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM person WHERE id = @id", new { id = user.Value }, transaction), cancellation);

    private static Task PutVerifierAsync(DbConnection connection, DbTransaction transaction, UserId user, Derived own) =>
        connection.ExecuteAsync(
            "UPDATE person SET salt = @salt, kdf = @kdf, verifier = @verifier WHERE id = @id",
            new { id = user.Value, salt = own.Salt, kdf = own.Parameters.ToString(), verifier = own.Keys.Verifier.ToArray() },
            transaction);

    private Task<PersonRow?> RowAsync(SignInName name, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE name_key = @key", new { key = name.Key }), cancellation);

    private async Task<Derived> DeriveAsync(RecoveryKey recovery, CancellationToken cancellation)
    {
        using var secret = recovery.ToSecret();
        return await DeriveAsync(secret, cancellation);
    }

    private async Task<Derived> DeriveAsync(Secret secret, CancellationToken cancellation)
    {
        var salt = RandomNumberGenerator.GetBytes(PasswordKdf.SaltSize);
        return new Derived(salt, kdf.Current, await kdf.DeriveAsync(secret, salt, kdf.Current, cancellation));
    }

    private sealed record Derived(byte[] Salt, KdfParameters Parameters, PasswordKeys Keys);
}
