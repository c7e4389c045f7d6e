using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>All sessions: stored sealed, opened by their cookie, live from their first request here, ended by idleness, age or the person.</summary>
/// <remarks>
/// The store holds the hash of the id and a box only the cookie's key opens. The process holds the opened keys of live
/// sessions; a person's last session's end wipes them and closes what was opened for them.
/// </remarks>
public sealed class LiveSessions(Database database, Vault vault, IOptions<SessionOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Note = TimeSpan.FromMinutes(1); // how often use is written down
    private readonly ConcurrentDictionary<string, LiveSession> _live = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> _persons = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>One live, fully signed-in session of each person who is here.</summary>
    public IReadOnlyList<LiveSession> OnePerPerson() => [.. _live.Values.Where(session => session.BaseLevel == SignInLevel.Full).DistinctBy(session => session.User)];

    /// <summary>Begins a session. The keyring is the session's from now on.</summary>
    /// <param name="keyring">Null while the data is locked.</param>
    public async Task<SessionTicket> BeginAsync(UserAccount user, Keyring? keyring, SignInLevel level, DateTimeOffset? confirmedAt, CancellationToken cancellation)
    {
        var ticket = SessionTicket.New();
        var now = clock.GetUtcNow();
        var data = new SessionData(level, Keys.New(), confirmedAt, keyring?.Root.ToArray(), keyring?.DataKeys.ToDictionary() ?? []);
        var hash = ticket.IdHash();
        var box = vault.Seal(ticket.KeyBytes, JsonSerializer.SerializeToUtf8Bytes(data, SessionJson.Default.SessionData), Bound(user.Id, hash));
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO session (id_hash, person_id, created_at, used_at, box) VALUES (@hash, @user, @now, @now, @box)",
                new { hash, user = user.Id.Value, now = now.ToUnixTimeSeconds(), box },
                transaction),
            cancellation);
        await _turn.WaitAsync(cancellation);
        try
        {
            Admit(user, keyring, data, hash, now, now);
        }
        finally
        {
            _turn.Release();
        }

        return ticket;
    }

    /// <summary>The session of a cookie, used just now; null when there is none, it is over, or the key does not fit.</summary>
    public async Task<LiveSession?> OpenAsync(string cookie, CancellationToken cancellation)
    {
        if (SessionTicket.Read(cookie) is not { } ticket) return null;

        var hash = ticket.IdHash();
        if (!_live.TryGetValue(Name(hash), out var session)) session = await AwakeAsync(ticket, hash, cancellation);
        if (session is null) return null;

        var now = clock.GetUtcNow();
        if (IsOver(session.CreatedAt, session.UsedAt, now))
        {
            await EndAsync(session, cancellation);
            return null;
        }

        if (now - session.UsedAt > Note)
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE session SET used_at = @now WHERE id_hash = @hash", new { hash, now = now.ToUnixTimeSeconds() }, transaction), cancellation);
        session.Use(now);
        return session;
    }

    /// <summary>Ends a session at once: its row goes, and with the person's last one their keys and connections.</summary>
    public async Task EndAsync(LiveSession session, CancellationToken cancellation)
    {
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE id_hash = @hash", new { hash = session.IdHash }, transaction), cancellation);
        await ForgetAsync([session]);
    }

    /// <summary>Ends all of a person's sessions but one.</summary>
    /// <param name="but">Null ends all.</param>
    public async Task EndOthersAsync(UserId user, LiveSession? but, CancellationToken cancellation)
    {
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("DELETE FROM session WHERE person_id = @user AND id_hash <> @but", new { user = user.Value, but = but?.IdHash ?? [] }, transaction),
            cancellation);
        await ForgetAsync([.. _live.Values.Where(session => session.User == user && session != but)]);
    }

    /// <summary>Ends what is idle or old, also without a request; called every few seconds.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var session in _live.Values.Where(session => IsOver(session.CreatedAt, session.UsedAt, now))) await EndAsync(session, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync([.. _live.Values]);
        _turn.Dispose();
    }

    private async Task<LiveSession?> AwakeAsync(SessionTicket ticket, byte[] hash, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_live.TryGetValue(Name(hash), out var session)) return session;

            var found = await database.ReadAsync(
                async connection =>
                {
                    var row = await connection.QuerySingleOrDefaultAsync<SessionRow>("SELECT person_id AS PersonId, created_at AS CreatedAt, used_at AS UsedAt, box AS Box FROM session WHERE id_hash = @hash", new { hash });
                    var person = row is null ? null : await connection.QuerySingleAsync<PersonRow>($"SELECT {PersonRow.Columns} FROM person WHERE id = @id", new { id = row.PersonId });
                    return row is null || person is null ? ((SessionRow Row, UserAccount User)?)null : (row, person.ToUser());
                },
                cancellation);
            if (found is not var (stored, user) || vault.TryOpen(ticket.KeyBytes, stored.Box, Bound(user.Id, hash)) is not { } opened) return null;

            var data = JsonSerializer.Deserialize(opened, SessionJson.Default.SessionData)!; // sealed by us
            CryptographicOperations.ZeroMemory(opened);
            var keyring = data.Root is null ? null : new Keyring(data.Root, data.DataKeys);
            return Admit(user, keyring, data, hash, DateTimeOffset.FromUnixTimeSeconds(stored.CreatedAt), DateTimeOffset.FromUnixTimeSeconds(stored.UsedAt));
        }
        finally
        {
            _turn.Release();
        }
    }

    private LiveSession Admit(UserAccount user, Keyring? keyring, SessionData data, byte[] hash, DateTimeOffset createdAt, DateTimeOffset usedAt)
    {
        // A locked session shares nothing with the person's open ones.
        var person = keyring is null ? new Person(user, null) : _persons.GetOrAdd(user.Id.Value, _ => new Person(user, keyring));
        if (keyring is not null && person.Keyring != keyring) keyring.Dispose();
        var session = new LiveSession(person, hash, data.CsrfKey, data.Level, createdAt, usedAt, data.ConfirmedAt, options.Value.RecentFor, clock);
        person.Sessions.Add(session);
        _live[Name(hash)] = session;
        return session;
    }

    private async Task ForgetAsync(IReadOnlyList<LiveSession> sessions)
    {
        var left = new List<Person>();
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            foreach (var session in sessions)
            {
                if (!_live.TryRemove(Name(session.IdHash), out _)) continue;
                session.Person.Sessions.Remove(session);
                if (session.Person.Sessions.Count > 0) continue;
                left.Add(session.Person);
                _persons.TryRemove(new(session.User.Value, session.Person));
            }
        }
        finally
        {
            _turn.Release();
        }

        foreach (var person in left) await person.DisposeAsync();
    }

    private bool IsOver(DateTimeOffset createdAt, DateTimeOffset usedAt, DateTimeOffset now) =>
        now - usedAt > options.Value.IdleLimit || now - createdAt > options.Value.AbsoluteLimit;

    private static string Name(byte[] hash) => Convert.ToHexString(hash);

    private static AssociatedData Bound(UserId user, byte[] hash) => new(user.Value, "session", Name(hash), 1);
}
