using System.Data.Common;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Mail;

namespace Pannier.Core.Users;

/// <summary>Sets passwords that this site checks: changed, recovered, reset. Each is one transaction, so that a power cut leaves the old one or the new one.</summary>
/// <remarks>
/// All of them delete the person's other sessions in the same transaction; sessions live in this process end with
/// <see cref="LiveSessions.EndOthersAsync"/>, or within a second by its sweep.
/// </remarks>
public sealed class Passwords(Database database, PasswordKdf kdf, KeyWraps wraps, ISessionStore sessions, TimeProvider clock)
{
    private const string Find = $"SELECT {PersonRow.Columns} FROM person WHERE id = @id";

    /// <summary>Changes a password that is known; all data stays as it is.</summary>
    /// <param name="user">Who.</param>
    /// <param name="old">Refused when it is wrong.</param>
    /// <param name="password">Checked by the caller with <see cref="PasswordRules"/>.</param>
    /// <param name="keep">The session that stays; null ends all.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<PasswordChange> ChangeAsync(UserAccount user, Secret old, Secret password, LiveSession? keep, CancellationToken cancellation)
    {
        if (!PasswordRules.Fits(old) || await RowAsync(user, cancellation) is not { IsLocal: true } row) return PasswordChange.WrongPassword;

        using var normal = PasswordRules.Normalise(old);
        using var oldKeys = await kdf.DeriveAsync(normal, row.Salt, row.Parameters, cancellation);
        if (!oldKeys.Matches(row.Verifier)) return PasswordChange.WrongPassword;

        using var own = await NewAsync(password, cancellation);
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!await PutVerifierAsync(connection, transaction, user.Id, own, row.Changes)) return PasswordChange.ChangedMeanwhile;

                // Still locked by a reset: only the way in changes, the wrap stays for the password it was made with.
                if (await KeyWraps.FindAsync(connection, user.Id, WrapKind.Password) is { } wrap
                    && await wraps.OpenAsync(connection, user.Id, WrapKind.Password, wrap, oldKeys.WrappingKey) is { } keyring)
                {
                    using (keyring) await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
                }

                await EndSessionsAsync(connection, transaction, user.Id, keep);
                return PasswordChange.Done;
            },
            cancellation);
    }

    /// <summary>Sets a new password by the recovery key, which is used up; all sessions end.</summary>
    /// <returns>Null when name and key do not fit.</returns>
    public async Task<Recovered?> RecoverAsync(SignInName name, RecoveryKey recovery, Secret password, CancellationToken cancellation)
    {
        using var own = await NewAsync(password, cancellation); // first, and for wrong names too: the time tells nothing
        using var key = recovery.WrappingKey();
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE name_key = @key", new { key = name.Key });
                if (row is not { IsLocal: true } || row.ToUser() is not { } user
                    || await KeyWraps.FindAsync(connection, user.Id, WrapKind.Recovery) is not { } wrap
                    || await wraps.OpenAsync(connection, user.Id, WrapKind.Recovery, wrap, key) is not { } keyring) return null;

                return new Recovered(user, keyring, await ReplaceAsync(connection, transaction, user, own, keyring.Root));
            },
            cancellation);
    }

    /// <summary>Opens data that a reset locked, with the password from before or the recovery key, and wraps it under the present password.</summary>
    /// <param name="user">Who.</param>
    /// <param name="present">The password set by the reset.</param>
    /// <param name="before">The password from before it, or the text of the recovery key.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<UnlockOutcome> UnlockAsync(UserAccount user, Secret present, Secret before, CancellationToken cancellation)
    {
        if (!PasswordRules.Fits(present) || await RowAsync(user, cancellation) is not { IsLocal: true } row) return new UnlockOutcome.WrongPassword();

        using var normal = PasswordRules.Normalise(present);
        using var keys = await kdf.DeriveAsync(normal, row.Salt, row.Parameters, cancellation);
        if (!keys.Matches(row.Verifier)) return new UnlockOutcome.WrongPassword();

        var recovery = RecoveryKey.Read(before.Reveal());
        var keyring = (recovery is null ? null : await OpenAsync(user, recovery, cancellation)) ?? await OpenAsync(user, before, cancellation);
        if (keyring is null) return new UnlockOutcome.StillLocked();

        using var own = await NewAsync(present, cancellation);
        var fresh = await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (recovery is not null) return await ReplaceAsync(connection, transaction, user, own, keyring.Root);
                await PutVerifierAsync(connection, transaction, user.Id, own);
                await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
                await EndSessionsAsync(connection, transaction, user.Id, null);
                return null;
            },
            cancellation);
        return new UnlockOutcome.Opened(keyring, fresh);
    }

    /// <summary>Sets a new password for opened keys: verifier and wrap in one transaction, all data stays as it is.</summary>
    /// <exception cref="VaultLocked">The keyring is a session's, which has no root key: open it by a password first.</exception>
    public async Task SetAsync(UserAccount user, Secret password, Keyring keyring, CancellationToken cancellation)
    {
        using var own = await NewAsync(password, cancellation);
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await PutVerifierAsync(connection, transaction, user.Id, own);
                await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
            },
            cancellation);
    }

    /// <summary>Sets a new sign-in password by a reset link. The old wraps stay: the data is locked until the old password or the recovery key is given.</summary>
    /// <returns>False when the link is used, too old or another person's.</returns>
    public async Task<bool> ResetAsync(string token, UserAccount user, Secret password, CancellationToken cancellation)
    {
        using var own = await NewAsync(password, cancellation);
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await Links.UseAsync(connection, transaction, token, link => link.PersonId == user.Id.Value, clock) is null || user.Backend != SignInBackend.Local) return false;
                await PutVerifierAsync(connection, transaction, user.Id, own);
                await EndSessionsAsync(connection, transaction, user.Id, null);
                return true;
            },
            cancellation);
    }

    /// <summary>Opens the data with the password its wrap was made with; null when it does not fit.</summary>
    public async Task<Keyring?> OpenAsync(UserAccount user, Secret password, CancellationToken cancellation)
    {
        if (!PasswordRules.Fits(password)) return null;
        if (await database.ReadAsync(connection => KeyWraps.FindAsync(connection, user.Id, WrapKind.Password), cancellation) is not { Salt: { } salt, Parameters: { } parameters } wrap) return null;

        using var normal = PasswordRules.Normalise(password);
        using var keys = await kdf.DeriveAsync(normal, salt, parameters, cancellation);
        return await database.ReadAsync(connection => wraps.OpenAsync(connection, user.Id, WrapKind.Password, wrap, keys.WrappingKey), cancellation);
    }

    /// <summary>Opens the data with the recovery key; null when it does not fit.</summary>
    public async Task<Keyring?> OpenAsync(UserAccount user, RecoveryKey recovery, CancellationToken cancellation)
    {
        using var key = recovery.WrappingKey();
        return await database.ReadAsync(
            async connection => await KeyWraps.FindAsync(connection, user.Id, WrapKind.Recovery) is { } wrap ? await wraps.OpenAsync(connection, user.Id, WrapKind.Recovery, wrap, key) : null,
            cancellation);
    }

    /// <summary>Makes a new recovery key in place of the old one, which opens nothing any more.</summary>
    /// <exception cref="VaultLocked">The keyring is a session's, which has no root key.</exception>
    public async Task<RecoveryKey> NewRecoveryKeyAsync(UserAccount user, Keyring keyring, CancellationToken cancellation)
    {
        var recovery = RecoveryKey.New();
        await database.WriteAsync((connection, transaction) => wraps.PutAsync(connection, transaction, user.Id, recovery, keyring.Root), cancellation);
        return recovery;
    }

    /// <summary>Makes a new data key, which seals whatever is written from now on; the ones before still open what they sealed. All other sessions end: they could not open what is new.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="keyring">Holds the new key, too, from then on.</param>
    /// <param name="keep">The session that stays, until a new one takes its place; null ends all.</param>
    /// <param name="cancellation">Before the write.</param>
    /// <exception cref="VaultLocked">The keyring is a session's, which has no root key.</exception>
    public async Task NewDataKeyAsync(UserAccount user, Keyring keyring, LiveSession? keep, CancellationToken cancellation) =>
        keyring.Add(await database.WriteAsync(
            async (connection, transaction) =>
            {
                var newest = await connection.ExecuteScalarAsync<long>("SELECT MAX(number) FROM data_key WHERE person_id = @user", new { user = user.Id.Value }, transaction);
                var key = BoxKey.New((uint)newest + 1);
                await wraps.CreateAsync(connection, transaction, user.Id, keyring.Root, key);
                await EndSessionsAsync(connection, transaction, user.Id, keep);
                return key;
            },
            cancellation));

    internal async Task<NewPassword> NewAsync(Secret password, CancellationToken cancellation)
    {
        using var normal = PasswordRules.Normalise(password);
        var salt = PasswordKdf.NewSalt();
        return new NewPassword(salt, kdf.Current, await kdf.DeriveAsync(normal, salt, kdf.Current, cancellation));
    }

    /// <summary>Stores the same password at today's cost, unless another was set meanwhile.</summary>
    internal async Task RenewAsync(UserAccount user, Secret password, Keyring keyring, long changes, CancellationToken cancellation)
    {
        using var own = await NewAsync(password, cancellation);
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await PutVerifierAsync(connection, transaction, user.Id, own, changes)) await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
            },
            cancellation);
    }

    /// <summary>Verifier, wrap and recovery key anew, and no session left.</summary>
    private async Task<RecoveryKey> ReplaceAsync(DbConnection connection, DbTransaction transaction, UserAccount user, NewPassword own, BoxKey root)
    {
        var fresh = RecoveryKey.New();
        await PutVerifierAsync(connection, transaction, user.Id, own);
        await wraps.PutAsync(connection, transaction, user.Id, own, root);
        await wraps.PutAsync(connection, transaction, user.Id, fresh, root);
        await EndSessionsAsync(connection, transaction, user.Id, null);
        return fresh;
    }

    /// <param name="changes">What it must still be; null whatever it is.</param>
    /// <returns>False when it was another.</returns>
    private static async Task<bool> PutVerifierAsync(DbConnection connection, DbTransaction transaction, UserId user, NewPassword own, long? changes = null) =>
        await connection.ExecuteAsync(
            "UPDATE person SET salt = @salt, kdf = @kdf, verifier = @verifier, changes = changes + 1 WHERE id = @id AND (@changes IS NULL OR changes = @changes)",
            new { id = user.Value, salt = own.Salt, kdf = own.Parameters.ToString(), verifier = own.Keys.Verifier.ToArray(), changes },
            transaction) == 1;

    /// <summary>With them goes what went on while the person was away.</summary>
    private async Task EndSessionsAsync(DbConnection connection, DbTransaction transaction, UserId user, LiveSession? keep)
    {
        await connection.ExecuteAsync("DELETE FROM background_grant WHERE person_id = @user", new { user = user.Value }, transaction);
        await sessions.RemoveAllAsync(connection, transaction, user, keep?.IdHash ?? []);
    }

    private Task<PersonRow?> RowAsync(UserAccount user, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<PersonRow?>(Find, new { id = user.Id.Value }), cancellation);
}
