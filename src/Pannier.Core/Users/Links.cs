using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Pannier.Core.Storage;

namespace Pannier.Core.Users;

/// <summary>One-time links: made, read and used up.</summary>
public sealed class Links(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>A link by which a new person registers.</summary>
    public Task<OneTimeLink> InviteAsync(Role role, CancellationToken cancellation) => MakeAsync(null, role, cancellation);

    /// <summary>A link by which a person sets a new password; their data stays locked until the old one or the recovery key is given.</summary>
    public Task<OneTimeLink> ResetAsync(UserAccount user, CancellationToken cancellation) => MakeAsync(user.Id, user.Role, cancellation);

    /// <summary>What a token is for; null when it is none, is used or is too old.</summary>
    public Task<LinkPurpose?> FindAsync(string token, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var link = await connection.QuerySingleOrDefaultAsync<LinkRow?>("SELECT person_id AS PersonId, role AS Role, expires_at AS ExpiresAt FROM link WHERE token_hash = @hash", new { hash = Hash(token) });
                if (link is null || link.ExpiresAt < clock.GetUtcNow().ToUnixTimeSeconds()) return null;

                var person = link.PersonId is null ? null : await connection.QuerySingleAsync<PersonRow>($"SELECT {PersonRow.Columns} FROM person WHERE id = @id", new { id = link.PersonId });
                return new LinkPurpose(person?.ToUser(), Enum.Parse<Role>(link.Role));
            },
            cancellation);

    /// <summary>Uses a token up within a transaction; null when it is none, too old, or somebody was faster.</summary>
    internal static async Task<LinkRow?> UseAsync(DbConnection connection, DbTransaction transaction, string token, TimeProvider clock)
    {
        var hash = Hash(token);
        var row = await connection.QuerySingleOrDefaultAsync<LinkRow?>("SELECT person_id AS PersonId, role AS Role, expires_at AS ExpiresAt FROM link WHERE token_hash = @hash", new { hash }, transaction);
        return row is not null && row.ExpiresAt >= clock.GetUtcNow().ToUnixTimeSeconds() && await connection.ExecuteAsync("DELETE FROM link WHERE token_hash = @hash", new { hash }, transaction) == 1
            ? row
            : null;
    }

    private async Task<OneTimeLink> MakeAsync(UserId? person, Role role, CancellationToken cancellation)
    {
        var link = new OneTimeLink(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow() + Life);
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM link WHERE expires_at < @now OR (person_id IS NOT NULL AND person_id = @person)", new { now = clock.GetUtcNow().ToUnixTimeSeconds(), person = person?.Value }, transaction);
                await connection.ExecuteAsync(
                    "INSERT INTO link (token_hash, person_id, role, expires_at) VALUES (@hash, @person, @role, @expires)",
                    new { hash = Hash(link.Token), person = person?.Value, role = role.ToString(), expires = link.ExpiresAt.ToUnixTimeSeconds() },
                    transaction);
            },
            cancellation);
        return link;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
