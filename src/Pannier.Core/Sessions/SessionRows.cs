using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>The stored sessions: hashes and boxes, nothing the database could use.</summary>
internal sealed class SessionRows(Database database)
{
    public Task AddAsync(UserId user, byte[] hash, DateTimeOffset now, byte[] box, byte[]? about, byte[]? provider, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO session (id_hash, person_id, created_at, used_at, box, about, provider_hash) VALUES (@hash, @user, @now, @now, @box, @about, @provider)",
                new { hash, user = user.Value, now = now.ToUnixTimeSeconds(), box, about, provider },
                transaction),
            cancellation);

    /// <summary>Null when there is none.</summary>
    public Task<StoredSession?> FindAsync(byte[] hash, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<SessionRow?>("SELECT person_id AS PersonId, used_at AS UsedAt, box AS Box, provider_hash AS Provider FROM session WHERE id_hash = @hash", new { hash });
                var person = row is null ? null : await connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE id = @id", new { id = row.PersonId });
                return row is null || person is null ? null : new StoredSession(person.ToUser(), DateTimeOffset.FromUnixTimeSeconds(row.UsedAt), row.Box, row.Provider);
            },
            cancellation);

    /// <summary>A person's, last used first.</summary>
    public Task<IReadOnlyList<ListedSession>> ListAsync(UserId user, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ListedSession>>(
            async connection => [.. await connection.QueryAsync<ListedSession>("SELECT id_hash AS Hash, created_at AS CreatedAt, used_at AS UsedAt, about AS About FROM session WHERE person_id = @user ORDER BY used_at DESC, id_hash", new { user = user.Value })],
            cancellation);

    public Task NoteUseAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("UPDATE session SET used_at = @now WHERE id_hash = @hash", new { hash, now = now.ToUnixTimeSeconds() }, transaction),
            cancellation);

    /// <returns>False when the person has no such session.</returns>
    public async Task<bool> RemoveAsync(UserId user, byte[] hash, CancellationToken cancellation) =>
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE id_hash = @hash AND person_id = @user", new { hash, user = user.Value }, transaction), cancellation) > 0;

    public Task RemoveAsync(byte[] hash, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE id_hash = @hash", new { hash }, transaction), cancellation);

    /// <param name="but">Empty removes all.</param>
    public Task RemoveAllAsync(UserId user, byte[] but, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE person_id = @user AND id_hash <> @but", new { user = user.Value, but }, transaction),
            cancellation);

    public Task RemoveOfAsync(byte[] provider, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE provider_hash = @provider", new { provider }, transaction), cancellation);

    public Task RemoveOldAsync(DateTimeOffset usedBefore, DateTimeOffset createdBefore, CancellationToken cancellation) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM session WHERE used_at < @used OR created_at < @created",
                new { used = usedBefore.ToUnixTimeSeconds(), created = createdBefore.ToUnixTimeSeconds() },
                transaction),
            cancellation);

    /// <summary>Which of these are still stored.</summary>
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

    public static AssociatedData BoundAbout(UserId user, byte[] hash) => new(user.Value, "session-about", Convert.ToHexString(hash), 1);

    public static AssociatedData Bound(UserId user, byte[] hash) => new(user.Value, "session", Convert.ToHexString(hash), 1);
}
