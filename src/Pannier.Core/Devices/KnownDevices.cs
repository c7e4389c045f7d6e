using Dapper;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Devices;

/// <summary>The browsers that people have called their own: hashes of what their cookies hold. One that nobody signed in with for 180 days is forgotten.</summary>
public sealed class KnownDevices(Database database, TimeProvider clock)
{
    internal static readonly TimeSpan Life = TimeSpan.FromDays(180);
    private const int Most = 50; // of one person; the oldest makes room

    /// <summary>Whether a browser is known as the own one of whoever has this name.</summary>
    internal Task<bool> IsOfAsync(byte[] hash, SignInName name, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<bool>(
                "SELECT COUNT(*) FROM device JOIN person ON person.id = device.person_id WHERE device.id_hash = @hash AND person.name_key = @key AND device.used_at >= @oldest",
                new { hash, key = name.Key, oldest = Oldest }),
            cancellation);

    /// <summary>Notes that somebody signed in with a browser of theirs.</summary>
    /// <returns>False when it is not known as theirs.</returns>
    internal async Task<bool> NoteUseAsync(byte[] hash, UserId user, CancellationToken cancellation) =>
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("UPDATE device SET used_at = @Now WHERE id_hash = @hash AND person_id = @user AND used_at >= @Oldest", new { Now, hash, user = user.Value, Oldest }, transaction),
            cancellation) > 0;

    internal Task AddAsync(byte[] hash, UserId user, byte[] about, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM device WHERE used_at < @Oldest", new { Oldest }, transaction);
                await connection.ExecuteAsync("INSERT INTO device (id_hash, person_id, created_at, used_at, about) VALUES (@hash, @user, @Now, @Now, @about)", new { hash, user = user.Value, Now, about }, transaction);
                await connection.ExecuteAsync(
                    "DELETE FROM device WHERE person_id = @user AND id_hash NOT IN (SELECT id_hash FROM device WHERE person_id = @user ORDER BY used_at DESC, created_at DESC LIMIT @Most)",
                    new { user = user.Value, Most },
                    transaction);
            },
            cancellation);

    /// <summary>A person's, last used first.</summary>
    internal Task<IReadOnlyList<DeviceRow>> ListAsync(UserId user, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<DeviceRow>>(
            async connection => [.. await connection.QueryAsync<DeviceRow>(
                "SELECT id_hash AS Hash, created_at AS CreatedAt, used_at AS UsedAt, about AS About FROM device WHERE person_id = @user AND used_at >= @Oldest ORDER BY used_at DESC, id_hash",
                new { user = user.Value, Oldest })],
            cancellation);

    /// <returns>False when the person has no such device.</returns>
    internal async Task<bool> RemoveAsync(UserId user, byte[] hash, CancellationToken cancellation) =>
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM device WHERE id_hash = @hash AND person_id = @user", new { hash, user = user.Value }, transaction), cancellation) > 0;

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    private long Oldest => (clock.GetUtcNow() - Life).ToUnixTimeSeconds();
}
