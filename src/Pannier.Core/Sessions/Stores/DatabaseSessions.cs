using System.Data.Common;
using Dapper;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions.Stores;

/// <summary>Sessions in the database, which removes them with their person.</summary>
internal sealed class DatabaseSessions(Database database, TimeProvider clock) : ISessionStore
{
    private const string Columns = "id_hash AS Hash, person_id AS PersonId, created_at AS CreatedAt, used_at AS UsedAt, box AS Box, about AS About, provider_hash AS Provider";

    /// <summary>The database is made ready before anything is asked of it.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task AddAsync(NewSession session, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO session (id_hash, person_id, created_at, used_at, expires_at, box, about, provider_hash) VALUES (@Hash, @user, @created, @used, @expires, @Box, @About, @Provider)",
                new { session.Hash, user = session.User.Value, created = session.CreatedAt.ToUnixTimeSeconds(), used = session.UsedAt.ToUnixTimeSeconds(), expires = session.ExpiresAt.ToUnixTimeSeconds(), session.Box, session.About, session.Provider },
                transaction),
            cancellation);

    public Task<StoredSession?> FindAsync(byte[] hash, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<SessionRow?>($"SELECT {Columns} FROM session WHERE id_hash = @hash AND expires_at >= @Now", new { hash, Now }))?.Stored,
            cancellation);

    public Task<IReadOnlyList<ListedSession>> ListAsync(UserId user, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ListedSession>>(
            async connection => [.. (await connection.QueryAsync<SessionRow>($"SELECT {Columns} FROM session WHERE person_id = @user AND expires_at >= @Now ORDER BY used_at DESC, id_hash", new { user = user.Value, Now })).Select(row => row.Listed)],
            cancellation);

    public Task NoteUseAsync(byte[] hash, DateTimeOffset usedAt, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE session SET used_at = @used, expires_at = @expires WHERE id_hash = @hash",
                new { hash, used = usedAt.ToUnixTimeSeconds(), expires = expiresAt.ToUnixTimeSeconds() },
                transaction),
            cancellation);

    public async Task<bool> RemoveAsync(UserId user, byte[] hash, CancellationToken cancellation) =>
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE id_hash = @hash AND person_id = @user", new { hash, user = user.Value }, transaction), cancellation) > 0;

    public Task RemoveAsync(byte[] hash, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE id_hash = @hash", new { hash }, transaction), cancellation);

    public Task RemoveAllAsync(UserId user, byte[] but, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => RemoveAllAsync(connection, transaction, user, but), cancellation);

    public Task RemoveAllAsync(DbConnection connection, DbTransaction transaction, UserId user, byte[] but) =>
        connection.ExecuteAsync("DELETE FROM session WHERE person_id = @user AND id_hash <> @but", new { user = user.Value, but }, transaction);

    public Task RemoveOfAsync(byte[] provider, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE provider_hash = @provider", new { provider }, transaction), cancellation);

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE expires_at < @now", new { now = now.ToUnixTimeSeconds() }, transaction), cancellation);

    public Task<IReadOnlySet<string>> StillThereAsync(IReadOnlyList<byte[]> hashes, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlySet<string>>(
            async connection =>
            {
                var found = new HashSet<string>(StringComparer.Ordinal);
                foreach (var some in hashes.Chunk(500)) // a statement takes only so many parameters
                    found.UnionWith((await connection.QueryAsync<byte[]>("SELECT id_hash FROM session WHERE id_hash IN @some", new { some })).Select(Convert.ToHexString));
                return found;
            },
            cancellation);
}
