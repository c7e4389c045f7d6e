using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Mail;

namespace Pannier.Core.Users;

/// <summary>Who may sign in: registering, signing in, listing and removing.</summary>
/// <remarks>
/// The password is never stored: one run of the slow function gives a verifier and the key that wraps the root key. What
/// sets another password is in <see cref="Passwords"/>.
/// </remarks>
public sealed class People(Database database, PasswordKdf kdf, KeyWraps wraps, Vault vault, Passwords passwords, ISessionStore sessions, TimeProvider clock)
{
    /// <summary>Whether nobody has registered yet.</summary>
    public Task<bool> AreNoneAsync(CancellationToken cancellation) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person") == 0, cancellation);

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<UserAccount>> AllAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<UserAccount>>(
            async connection => [.. (await connection.QueryAsync<PersonRow>($"SELECT {PersonRow.Columns} FROM person ORDER BY name_key")).Select(row => row.ToUser())],
            cancellation);

    /// <summary>Null when nobody has this name.</summary>
    public async Task<UserAccount?> FindAsync(SignInName name, CancellationToken cancellation) => (await RowAsync(name, cancellation))?.ToUser();

    /// <summary>Registers by a one-time link, which is used up and says what the person may do.</summary>
    /// <param name="token">Of a link for a new person.</param>
    /// <param name="role">What the link was made for; another one is refused like a used link.</param>
    /// <param name="name">Must be free.</param>
    /// <param name="password">Checked by the caller with <see cref="PasswordRules"/>.</param>
    /// <param name="cancellation">Before the write.</param>
    /// <returns>Null when the link is used, too old or for something else.</returns>
    /// <exception cref="NameTakenException">The link stays usable.</exception>
    public async Task<Registered?> RegisterAsync(string token, Role role, SignInName name, Secret password, CancellationToken cancellation)
    {
        var user = new UserAccount(UserId.New(), name, role, DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()));
        var recovery = RecoveryKey.New();
        var keyring = new Keyring(user.Id, vault, BoxKey.New(0), [BoxKey.New(1)]);
        using var own = await passwords.NewAsync(password, cancellation);
        var done = await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await Links.UseAsync(connection, transaction, token, link => link.PersonId is null && link.Role == role.ToString(), clock) is not { } used) return false;
                if (used.IsFirst == 1 && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person", transaction: transaction) > 0) return false;
                if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person WHERE name_key = @key", new { key = name.Key }, transaction) > 0) throw new NameTakenException();

                await PersonRow.AddAsync(connection, transaction, user, own);
                await wraps.CreateAsync(connection, transaction, user.Id, keyring.Root, keyring.DataKeys.Single());
                await wraps.PutAsync(connection, transaction, user.Id, own, keyring.Root);
                await wraps.PutAsync(connection, transaction, user.Id, recovery, keyring.Root);
                return true;
            },
            cancellation);
        if (done) return new Registered(user, keyring, recovery);

        keyring.Dispose();
        return null;
    }

    /// <summary>Checks a password, in the same time whether the name exists or not .</summary>
    public async Task<SignInOutcome> SignInAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        if (!PasswordRules.Fits(password)) return new SignInOutcome.Refused();

        var row = await LocalRowAsync(name, cancellation);
        using var normal = PasswordRules.Normalise(password);
        using var keys = await kdf.DeriveAsync(normal, row?.Salt ?? PasswordKdf.NewSalt(), row?.Parameters ?? kdf.Current, cancellation);
        if (row is null || !keys.Matches(row.Verifier)) return new SignInOutcome.Refused();

        var user = row.ToUser();
        var keyring = await database.ReadAsync(
            async connection => await KeyWraps.FindAsync(connection, user.Id, WrapKind.Password) is { } wrap ? await wraps.OpenAsync(connection, user.Id, WrapKind.Password, wrap, keys.WrappingKey) : null,
            cancellation);
        if (keyring is null) return new SignInOutcome.Locked(user);

        if (row.Parameters.IsWeakerThan(kdf.Current)) await passwords.RenewAsync(user, normal, keyring, row.Changes, cancellation);
        return new SignInOutcome.Opened(user, keyring);
    }

    /// <summary>Removes a person and all that is theirs here; nothing on any mail server changes. End their sessions first.</summary>
    public async Task RemoveAsync(UserId user, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await sessions.RemoveAllAsync(connection, transaction, user, []);
                await connection.ExecuteAsync("DELETE FROM person WHERE id = @id", new { id = user.Value }, transaction);
            },
            cancellation);
        await database.ScrubAsync(cancellation);
    }

    /// <summary>Whose password this site checks; null for everybody else, as for names nobody has.</summary>
    private async Task<PersonRow?> LocalRowAsync(SignInName name, CancellationToken cancellation)
    {
        var row = await RowAsync(name, cancellation);
        return row?.IsLocal == true ? row : null;
    }

    private Task<PersonRow?> RowAsync(SignInName name, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE name_key = @key", new { key = name.Key }), cancellation);
}
