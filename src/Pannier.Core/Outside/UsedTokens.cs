using System.Security.Cryptography;
using System.Text;
using Dapper;
using Pannier.Core.Storage;

namespace Pannier.Core.Outside;

/// <summary>Remembers which signed tokens were used, others' and our own, so that each counts once: over restarts, and on all nodes.</summary>
internal sealed class UsedTokens(Database database, TimeProvider clock)
{
    /// <param name="token">Who gave it, and its number.</param>
    /// <param name="until">When it is too old anyway, and forgotten.</param>
    /// <param name="cancellation">Before the write.</param>
    /// <returns>False when it was used before.</returns>
    public Task<bool> UseAsync(string token, DateTimeOffset until, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM used_token WHERE expires_at < @now", new { now = clock.GetUtcNow().ToUnixTimeSeconds() }, transaction);
                return await connection.ExecuteAsync(
                    "INSERT INTO used_token (token_hash, expires_at) VALUES (@hash, @until) ON CONFLICT (token_hash) DO NOTHING",
                    new { hash = SHA256.HashData(Encoding.UTF8.GetBytes(token)), until = until.ToUnixTimeSeconds() },
                    transaction) == 1;
            },
            cancellation);
}
