using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Away;

/// <summary>What may go on for people while they are away: capsules under the site key, each with what one job needs, never a data key.</summary>
/// <remarks>One holds for twelve hours after the person was here last, is shown to them, and ends when they say so. Whoever has the database without the site key opens none.</remarks>
internal sealed class BackgroundGrants(Database database, SiteKey site, Vault vault, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private const string Purpose = "background grant";
    private const string Columns = "id AS Id, person_id AS PersonId, kind AS Kind, secret_hash AS SecretHash, created_at AS CreatedAt, expires_at AS ExpiresAt, box AS Box";

    /// <summary>Makes one, or puts new content into the one of this secret and has it hold anew.</summary>
    /// <param name="secret">SHA-256 of what the browser's cookie holds.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="kind">What it allows.</param>
    /// <param name="content">Sealed; the caller wipes it.</param>
    /// <param name="cancellation">Before the write.</param>
    public Task PutAsync(byte[] secret, UserId user, GrantKind kind, byte[] content, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var id = await connection.QuerySingleOrDefaultAsync<string?>("SELECT id FROM background_grant WHERE secret_hash = @secret AND person_id = @user", new { secret, user = user.Value }, transaction)
                    ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                await connection.ExecuteAsync("DELETE FROM background_grant WHERE secret_hash = @secret AND person_id <> @user", new { secret, user = user.Value }, transaction); // another person's, in the same browser
                await connection.ExecuteAsync(
                    """
                    INSERT INTO background_grant (id, person_id, kind, secret_hash, created_at, expires_at, suite, box) VALUES (@id, @user, @kind, @secret, @now, @expires, @suite, @box)
                    ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at, suite = excluded.suite, box = excluded.box
                    """,
                    new
                    {
                        id,
                        user = user.Value,
                        kind = Choice.Name(kind),
                        secret,
                        now = clock.GetUtcNow().ToUnixTimeSeconds(),
                        expires = (clock.GetUtcNow() + Life).ToUnixTimeSeconds(),
                        suite = (long)vault.Suite,
                        box = site.SealForItself(vault, Purpose, Bound(user.Value, id), content),
                    },
                    transaction);
            },
            cancellation);

    /// <summary>The one of a browser's secret, opened; null when there is none, it is over, or its site key is gone.</summary>
    public async Task<OpenGrant?> FindAsync(byte[] secret, CancellationToken cancellation)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<GrantRow?>($"SELECT {Columns} FROM background_grant WHERE secret_hash = @secret AND expires_at >= @Now", new { secret, Now }), cancellation);
        return row?.Summary(null) is { } summary && UserId.Read(row.PersonId) is { } user && site.OpenOwn(vault, Purpose, Bound(user.Value, row.Id), row.Box) is { } content
            ? new OpenGrant(row.Id, user, summary.Kind, content)
            : null;
    }

    /// <summary>A person's that hold now, newest first.</summary>
    public async Task<IReadOnlyList<GrantRow>> AllAsync(UserId user, CancellationToken cancellation) =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<GrantRow>($"SELECT {Columns} FROM background_grant WHERE person_id = @user AND expires_at >= @Now ORDER BY created_at DESC, id", new { user = user.Value, Now }), cancellation)];

    /// <returns>False when the person has none of this id.</returns>
    public async Task<bool> RemoveAsync(UserId user, string id, CancellationToken cancellation) =>
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM background_grant WHERE person_id = @user AND id = @id", new { user = user.Value, id }, transaction), cancellation) > 0;

    /// <summary>Removes the one of a browser's secret.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> RemoveAsync(byte[] secret, CancellationToken cancellation) =>
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM background_grant WHERE secret_hash = @secret", new { secret }, transaction), cancellation) > 0;

    /// <summary>Removes those that are over: what they held is gone from the storage too.</summary>
    public async Task RemoveExpiredAsync(CancellationToken cancellation)
    {
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>("SELECT COUNT(*) FROM background_grant WHERE expires_at < @Now", new { Now }), cancellation))
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM background_grant WHERE expires_at < @Now", new { Now }, transaction), cancellation);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    private static AssociatedData Bound(string user, string id) => new(user, "background-grant", id, 1);
}
