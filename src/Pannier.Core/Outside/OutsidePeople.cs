using System.Data.Common;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>People whose password somebody else checks: their first arrival, their keys, and who may arrive.</summary>
/// <remarks>Call it only after the back end has vouched.</remarks>
internal sealed class OutsidePeople(Database database, PasswordKdf kdf, KeyWraps wraps, Vault vault, Passwords passwords, SiteWraps site, ISessionStore sessions, TimeProvider clock)
{
    private static readonly TimeSpan InvitedFor = TimeSpan.FromDays(7);

    /// <summary>Lets a name come in once a back end vouches for it, within seven days; another invitation of it replaces this one.</summary>
    /// <returns>Until when.</returns>
    public async Task<DateTimeOffset> InviteAsync(SignInName name, Role role, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + InvitedFor;
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM invited_name WHERE name_key = @key OR expires_at < @now", new { key = name.Key, now = clock.GetUtcNow().ToUnixTimeSeconds() }, transaction);
                await connection.ExecuteAsync("INSERT INTO invited_name (name_key, role, expires_at) VALUES (@key, @role, @until)", new { key = name.Key, role = role.ToString(), until = until.ToUnixTimeSeconds() }, transaction);
            },
            cancellation);
        return until;
    }

    /// <summary>Whether somebody unknown here would be let in.</summary>
    public async Task<bool> MayBeginAsync(SignInName name, Admittance admit, CancellationToken cancellation) =>
        admit == Admittance.Everybody || await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM invited_name WHERE name_key = @key AND expires_at >= @now", new { key = name.Key, now = clock.GetUtcNow().ToUnixTimeSeconds() }), cancellation) > 0;

    /// <summary>Whom a back end knows by what never changes; null for nobody here.</summary>
    public async Task<UserAccount?> FindAsync(byte[] subject, CancellationToken cancellation) =>
        (await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE subject_hash = @subject", new { subject }), cancellation))?.ToUser();

    /// <inheritdoc cref="BeginAsync(SignInName, SignInBackend, Admittance, Secret, byte[], CancellationToken)"/>
    public Task<Registered?> BeginAsync(SignInName name, SignInBackend backend, Admittance admit, Secret password, CancellationToken cancellation) => BeginAsync(name, backend, admit, password, null, cancellation);

    /// <summary>Makes a person with keys of their own, wrapped by this password; an invitation is used up and says what they may do.</summary>
    /// <param name="password">Null where the site opens their data, by its own key.</param>
    /// <param name="subject">What the back end knows them by, hashed; null where the name is that.</param>
    /// <returns>Null when they may not come in, or somebody got the name, or is that subject, meanwhile.</returns>
    public async Task<Registered?> BeginAsync(SignInName name, SignInBackend backend, Admittance admit, Secret? password, byte[]? subject, CancellationToken cancellation)
    {
        var recovery = RecoveryKey.New();
        using var own = password is null ? null : await passwords.NewAsync(password, cancellation);
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await RoleAsync(connection, transaction, name, admit) is not { } role) return null;
                if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person WHERE name_key = @key OR subject_hash = @subject", new { key = name.Key, subject }, transaction) > 0) return null;

                var user = new UserAccount(UserId.New(), name, role, DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds())) { Backend = backend };
                await PersonRow.AddAsync(connection, transaction, user, null);
                if (subject is not null) await connection.ExecuteAsync("UPDATE person SET subject_hash = @subject WHERE id = @id", new { subject, id = user.Id.Value }, transaction);
                var keyring = new Keyring(user.Id, vault, BoxKey.New(0), [BoxKey.New(1)]);
                await wraps.CreateAsync(connection, transaction, user.Id, keyring.Root, keyring.DataKeys.Single());
                if (own is null) await site.PutAsync(connection, transaction, user.Id, keyring.Root);
                else await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
                await wraps.PutAsync(connection, transaction, user.Id, recovery, keyring.Root);
                return new Registered(user, keyring, recovery);
            },
            cancellation);
    }

    /// <summary>Whether somebody's data has a password or a passphrase; one without is opened by the site, or by the recovery key.</summary>
    public Task<bool> HasPasswordAsync(UserAccount user, CancellationToken cancellation) =>
        database.ReadAsync(async connection => await KeyWraps.FindAsync(connection, user.Id, WrapKind.Password) is not null, cancellation);

    /// <summary>Opens the data with a password; null when it was wrapped under another. One wrapped at less than today's cost is wrapped anew.</summary>
    public async Task<Keyring?> OpenAsync(UserAccount user, Secret password, CancellationToken cancellation)
    {
        if (await passwords.OpenAsync(user, password, cancellation) is not { } keyring) return null;

        if (await database.ReadAsync(connection => KeyWraps.FindAsync(connection, user.Id, WrapKind.Password), cancellation) is { Parameters: { } cost } && cost.IsWeakerThan(kdf.Current))
            await WrapAsync(user, password, keyring, cancellation);
        return keyring;
    }

    /// <summary>Opens data that the present password does not open, and wraps it under that one; all sessions end, and the site opens it no more.</summary>
    /// <param name="user">Of a back end.</param>
    /// <param name="present">The back end has just taken it; or a new passphrase, checked by the caller.</param>
    /// <param name="before">The password from before it, or the text of the recovery key, which is then replaced.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<UnlockOutcome> UnlockAsync(UserAccount user, Secret present, Secret before, CancellationToken cancellation)
    {
        var recovery = RecoveryKey.Read(before.Reveal());
        var byKey = recovery is null ? null : await passwords.OpenAsync(user, recovery, cancellation);
        if ((byKey ?? await passwords.OpenAsync(user, before, cancellation)) is not { } keyring) return new UnlockOutcome.StillLocked();

        using var own = await passwords.NewAsync(present, cancellation);
        var fresh = byKey is null ? null : RecoveryKey.New();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
                if (fresh is not null) await wraps.PutAsync(connection, transaction, user.Id, fresh, keyring.Root);
                await SiteWraps.RemoveAsync(connection, transaction, user.Id);
                await connection.ExecuteAsync("UPDATE person SET changes = changes + 1 WHERE id = @id", new { id = user.Id.Value }, transaction);
                await sessions.RemoveAllAsync(connection, transaction, user.Id, []);
            },
            cancellation);
        return new UnlockOutcome.Opened(keyring, fresh);
    }

    /// <summary>Changes the passphrase of somebody's data; all other sessions end.</summary>
    /// <param name="keep">The session that stays; null ends all.</param>
    /// <returns>False when the present one does not open the data; nothing was changed.</returns>
    public async Task<bool> ChangeAsync(UserAccount user, Secret present, Secret passphrase, LiveSession? keep, CancellationToken cancellation)
    {
        if (!user.HasPassphrase || await passwords.OpenAsync(user, present, cancellation) is not { } keyring) return false;

        using (keyring)
        {
            using var own = await passwords.NewAsync(passphrase, cancellation);
            await database.WriteAsync((connection, transaction) => SetAsync(connection, transaction, user, own, keyring, keep), cancellation);
        }

        return true;
    }

    /// <summary>Gives opened data a passphrase; the site opens it no more, and all other sessions end.</summary>
    /// <param name="keyring">With its root key.</param>
    /// <param name="keep">The session that stays.</param>
    public async Task CloseAsync(UserAccount user, Keyring keyring, Secret passphrase, LiveSession? keep, CancellationToken cancellation)
    {
        using var own = await passwords.NewAsync(passphrase, cancellation);
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await SiteWraps.RemoveAsync(connection, transaction, user.Id);
                await SetAsync(connection, transaction, user, own, keyring, keep);
            },
            cancellation);
    }

    /// <summary>Lets the site open data that is open now, whenever somebody vouches for its person; what opened it before still does.</summary>
    /// <param name="keyring">With its root key.</param>
    public Task LetOpenAsync(UserAccount user, Keyring keyring, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => site.PutAsync(connection, transaction, user.Id, keyring.Root), cancellation);

    private async Task WrapAsync(UserAccount user, Secret password, Keyring keyring, CancellationToken cancellation)
    {
        using var own = await passwords.NewAsync(password, cancellation);
        await database.WriteAsync((connection, transaction) => wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root), cancellation);
    }

    private async Task SetAsync(DbConnection connection, DbTransaction transaction, UserAccount user, NewPassword own, Keyring keyring, LiveSession? keep)
    {
        await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
        await connection.ExecuteAsync("UPDATE person SET changes = changes + 1 WHERE id = @id", new { id = user.Id.Value }, transaction);
        await sessions.RemoveAllAsync(connection, transaction, user.Id, keep?.IdHash ?? []);
    }

    /// <summary>What a newcomer may do; null when they may not come in.</summary>
    private async Task<Role?> RoleAsync(DbConnection connection, DbTransaction transaction, SignInName name, Admittance admit)
    {
        var key = new { key = name.Key, now = clock.GetUtcNow().ToUnixTimeSeconds() };
        var invited = await connection.QuerySingleOrDefaultAsync<string?>("SELECT role FROM invited_name WHERE name_key = @key AND expires_at >= @now", key, transaction);
        await connection.ExecuteAsync("DELETE FROM invited_name WHERE name_key = @key", key, transaction);
        return invited is not null ? Enum.Parse<Role>(invited) : admit == Admittance.Everybody ? Role.Member : null;
    }
}
