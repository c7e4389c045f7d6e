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
    private const string Find = $"SELECT {LinkRow.Columns} FROM link WHERE token_hash = @hash";
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>A link by which the first person registers and becomes the administrator, in place of any made before; null when there is somebody already.</summary>
    public async Task<OneTimeLink?> FirstAsync(CancellationToken cancellation)
    {
        var link = New();
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person", transaction: transaction) > 0) return null;
                await connection.ExecuteAsync("DELETE FROM link WHERE is_first = 1", transaction: transaction);
                await AddAsync(connection, transaction, link, null, Role.Administrator, isFirst: 1);
                return link;
            },
            cancellation);
    }

    /// <summary>A link by which a new person registers.</summary>
    public Task<OneTimeLink> InviteAsync(Role role, CancellationToken cancellation) => MakeAsync(null, role, cancellation);

    /// <summary>A link by which a person sets a new password; their data stays locked until the old one or the recovery key is given.</summary>
    public Task<OneTimeLink> ResetAsync(UserAccount user, CancellationToken cancellation) => MakeAsync(user.Id, user.Role, cancellation);

    /// <summary>Links that nobody has used yet and that still work, the first to end first.</summary>
    public Task<IReadOnlyList<OpenLink>> OpenAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<OpenLink>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<LinkRow>($"SELECT token_hash AS TokenHash, {LinkRow.Columns} FROM link WHERE expires_at >= @now ORDER BY expires_at", new { now = clock.GetUtcNow().ToUnixTimeSeconds() });
                var people = (await connection.QueryAsync<PersonRow>($"SELECT {PersonRow.Columns} FROM person WHERE id IN (SELECT person_id FROM link)")).Select(row => row.ToUser()).ToDictionary(user => user.Id.Value, StringComparer.Ordinal);
                return [.. rows.Select(row => new OpenLink(LinkId.Of(row.TokenHash), row.PersonId is { } id ? people.GetValueOrDefault(id) : null, Enum.Parse<Role>(row.Role), DateTimeOffset.FromUnixTimeSeconds(row.ExpiresAt)))];
            },
            cancellation);

    /// <summary>Makes a link useless.</summary>
    /// <returns>False when it was used, withdrawn or forgotten already.</returns>
    public Task<bool> WithdrawAsync(LinkId link, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, transaction) => await connection.ExecuteAsync("DELETE FROM link WHERE token_hash = @hash", new { hash = link.ToHash() }, transaction) == 1, cancellation);

    /// <summary>What a token is for; null when it is none, is used or is too old.</summary>
    public Task<LinkPurpose?> FindAsync(string token, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var link = await connection.QuerySingleOrDefaultAsync<LinkRow?>(Find, new { hash = Hash(token) });
                if (link is null || link.ExpiresAt < clock.GetUtcNow().ToUnixTimeSeconds()) return null;

                var person = link.PersonId is null ? null : await connection.QuerySingleAsync<PersonRow>($"SELECT {PersonRow.Columns} FROM person WHERE id = @id", new { id = link.PersonId });
                return new LinkPurpose(person?.ToUser(), Enum.Parse<Role>(link.Role));
            },
            cancellation);

    /// <summary>Uses a token up within a transaction; null when it is none, too old, for something else, or somebody was faster.</summary>
    internal static async Task<LinkRow?> UseAsync(DbConnection connection, DbTransaction transaction, string token, Func<LinkRow, bool> isFor, TimeProvider clock)
    {
        var hash = Hash(token);
        var row = await connection.QuerySingleOrDefaultAsync<LinkRow?>(Find, new { hash }, transaction);
        return row is not null && isFor(row) && row.ExpiresAt >= clock.GetUtcNow().ToUnixTimeSeconds() && await connection.ExecuteAsync("DELETE FROM link WHERE token_hash = @hash", new { hash }, transaction) == 1
            ? row
            : null;
    }

    private async Task<OneTimeLink> MakeAsync(UserId? person, Role role, CancellationToken cancellation)
    {
        var link = New();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM link WHERE expires_at < @now OR person_id = @person", new { now = clock.GetUtcNow().ToUnixTimeSeconds(), person = person?.Value }, transaction);
                await AddAsync(connection, transaction, link, person, role, isFirst: 0);
            },
            cancellation);
        return link;
    }

    private OneTimeLink New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow() + Life);

    private static Task AddAsync(DbConnection connection, DbTransaction transaction, OneTimeLink link, UserId? person, Role role, int isFirst) =>
        connection.ExecuteAsync(
            "INSERT INTO link (token_hash, person_id, role, is_first, expires_at) VALUES (@hash, @person, @role, @isFirst, @expires)",
            new { hash = Hash(link.Token), person = person?.Value, role = role.ToString(), isFirst, expires = link.ExpiresAt.ToUnixTimeSeconds() },
            transaction);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
