using System.Text;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;

namespace Pannier.Core.Humans;

/// <summary>Remembers, for a while and for all nodes, which visitors passed and for how many tries.</summary>
internal sealed class HumanMarks(Database database, SiteKey site, TimeProvider clock)
{
    public Task GiveAsync(string visitor, int uses, DateTimeOffset until, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM human_mark WHERE until < @now", new { now = Now }, transaction);
                await connection.ExecuteAsync(
                    "INSERT INTO human_mark (key_hash, uses, until) VALUES (@hash, @uses, @until) ON CONFLICT (key_hash) DO UPDATE SET uses = excluded.uses, until = excluded.until",
                    new { hash = Hash(visitor), uses, until = until.ToUnixTimeSeconds() },
                    transaction);
            },
            cancellation);

    public Task<bool> HasAsync(string visitor, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>("SELECT COUNT(*) FROM human_mark WHERE key_hash = @hash AND uses > 0 AND until >= @now", new { hash = Hash(visitor), now = Now }), cancellation);

    /// <summary>Uses one try of a visitor's mark.</summary>
    /// <returns>False when there is none left.</returns>
    public Task<bool> UseAsync(string visitor, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("UPDATE human_mark SET uses = uses - 1 WHERE key_hash = @hash AND uses > 0 AND until >= @now", new { hash = Hash(visitor), now = Now }, transaction) == 1,
            cancellation);

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    private byte[] Hash(string visitor) => site.Sign("human mark", Encoding.UTF8.GetBytes(visitor));
}
