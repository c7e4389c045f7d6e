using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Audit;

/// <summary>What happened at a person's door and to their keys. The site adds to it at any time; only the person, signed in, reads it.</summary>
/// <remarks>
/// Events are sealed to a key of the person's (<see cref="LetterBox"/>). At most 400 days, 1,000 that succeeded and 200 that
/// failed are kept; the oldest go first. Whoever can write the database can take events away or add some; they cannot read them.
/// </remarks>
public sealed class SecurityLog(Database database, Vault vault, TimeProvider clock)
{
    private const int MostSucceeded = 1000;
    private const int MostFailed = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private readonly LogKeys _keys = new(database);

    /// <summary>Sees that the log of a person whose keys are open can be written from now on.</summary>
    public Task OpenAsync(Keyring keyring, CancellationToken cancellation) => _keys.EnsureAsync(keyring, cancellation);

    /// <summary>Adds an event.</summary>
    /// <param name="user">Whose log.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="from">Where the request came from.</param>
    /// <param name="about">What it was done to; at most 200 characters are kept.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task NoteAsync(UserId user, SecurityEventKind kind, Whereabouts from, string about, CancellationToken cancellation)
    {
        if (await _keys.PublicAsync(user, cancellation) is not { } publicKey) return; // registered before there were logs, and not signed in since

        var (id, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow());
        var written = new WrittenEvent(Choice.Name(kind), from.Browser, from.System, from.Network, about.Length > 200 ? about[..200] : about);
        var letter = LetterBox.Put(vault, publicKey, Bound(user, id), JsonSerializer.SerializeToUtf8Bytes(written, AuditJson.Default.WrittenEvent));
        var failed = kind is SecurityEventKind.PasswordWrong or SecurityEventKind.FactorWrong ? 1 : 0;
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var whose = new { user = user.Value, failed, old = (now - Kept).ToUnixTimeMilliseconds(), most = failed == 1 ? MostFailed : MostSucceeded };
                await connection.ExecuteAsync(
                    "INSERT INTO security_event (id, person_id, at, failed, suite, box) VALUES (@id, @user, @at, @failed, @suite, @letter)",
                    new { id, user = user.Value, at = now.ToUnixTimeMilliseconds(), failed, suite = (long)vault.Suite, letter },
                    transaction);
                return await connection.ExecuteAsync(
                    """
                    DELETE FROM security_event WHERE person_id = @user AND (at < @old OR (failed = @failed AND id NOT IN
                        (SELECT id FROM security_event WHERE person_id = @user AND failed = @failed ORDER BY at DESC, id LIMIT @most)))
                    """,
                    whose,
                    transaction);
            },
            cancellation);
    }

    /// <summary>Events, newest first.</summary>
    /// <param name="keyring">The person's.</param>
    /// <param name="after">The last event already shown; null begins at the newest.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<SecurityEvent>> ReadAsync(Keyring keyring, string? after, int atMost, CancellationToken cancellation)
    {
        if (await _keys.PrivateAsync(keyring, cancellation) is not { } key) return [];

        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(string Id, long At, byte[] Box)>(
                """
                SELECT id, at, box FROM security_event WHERE person_id = @user
                  AND (@after IS NULL OR at < (SELECT at FROM security_event WHERE id = @after AND person_id = @user)
                       OR (at = (SELECT at FROM security_event WHERE id = @after AND person_id = @user) AND id > @after))
                ORDER BY at DESC, id LIMIT @atMost
                """,
                new { user = keyring.User.Value, after, atMost }),
            cancellation);
        try
        {
            return [.. rows.Select(row => Read(keyring.User, key, row.Id, row.At, row.Box))];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static AssociatedData Bound(UserId user, string id) => new(user.Value, "security-event", id, 1);

    /// <summary>One that was changed or put there by somebody without the key shows as unknown, and is not left out.</summary>
    private SecurityEvent Read(UserId user, byte[] key, string id, long at, byte[] box)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(at);
        if (LetterBox.Take(vault, key, Bound(user, id), box) is not { } plain || JsonSerializer.Deserialize(plain, AuditJson.Default.WrittenEvent) is not { } written)
            return new SecurityEvent(id, null, time, Whereabouts.Unknown, "");

        return new SecurityEvent(id, Choice.Read<SecurityEventKind>(written.Kind), time, new Whereabouts(written.Browser, written.System, written.Network), written.About);
    }
}
