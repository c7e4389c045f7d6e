using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Sealing;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>All sessions: stored sealed, opened by their cookie, live from their first request here, ended by idleness, age or the person.</summary>
/// <remarks>
/// The store holds the hash of the id and a box only the cookie's key opens. The process holds the opened keys of live
/// sessions; a person's last session's end wipes them and closes what was opened for them. A session whose row another
/// process removed ends here with the next sweep, within a second.
/// </remarks>
public sealed class LiveSessions(Database database, Vault vault, IOptions<SessionOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Note = TimeSpan.FromMinutes(1); // how often use is written down, and old rows are removed
    private readonly SessionRows _rows = new(database);
    private readonly IdleLimits _limits = new(database, options);
    private readonly ConcurrentDictionary<string, LiveSession> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<UserId, Person> _persons = []; // in turn only
    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _tidied;

    /// <summary>One live, fully signed-in session of each person who is here.</summary>
    public IReadOnlyList<LiveSession> OnePerPerson() => [.. _live.Values.Where(session => session.BaseLevel == SignInLevel.Full).DistinctBy(session => session.User)];

    /// <summary>Begins a session. The keyring is the session's from now on, and loses its root key.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="keyring">Null while the data is locked.</param>
    /// <param name="beginning">How far they are signed in, and from where.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<SessionTicket> BeginAsync(UserAccount user, Keyring? keyring, Beginning beginning, CancellationToken cancellation)
    {
        var ticket = SessionTicket.New();
        var now = clock.GetUtcNow();
        keyring?.ForgetRoot();
        var csrfKey = Keys.New();
        var data = new SessionData(beginning.Level, csrfKey, beginning.Seal, Fingerprint.Of(csrfKey, beginning.Traits), now, beginning.ConfirmedAt, [.. keyring?.DataKeys ?? []]);
        var plain = data.ToBytes();
        using var key = ticket.SealingKey();
        var box = vault.Seal(key, SessionRows.Bound(user.Id, ticket.IdHash()), plain);
        CryptographicOperations.ZeroMemory(plain);

        await _rows.AddAsync(user.Id, ticket.IdHash(), now, box, keyring is null ? null : SessionAbout.Seal(keyring, ticket.IdHash(), beginning.From), beginning.Provider, cancellation);
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            Admit(user, keyring, ticket, data, now, beginning.Provider);
        }
        finally
        {
            _turn.Release();
        }

        return ticket;
    }

    /// <summary>The session of a cookie, used just now; null when there is none, it is over, or the key does not fit.</summary>
    public Task<LiveSession?> OpenAsync(string cookie, CancellationToken cancellation) => OpenAsync(cookie, Attention.Used, cancellation);

    /// <summary>The session of a cookie; null when there is none, it is over, or the key does not fit.</summary>
    /// <param name="cookie">As the browser sent it.</param>
    /// <param name="attention">Whether its idle time begins anew.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<LiveSession?> OpenAsync(string cookie, Attention attention, CancellationToken cancellation)
    {
        if (SessionTicket.Read(cookie) is not { } ticket) return null;

        var session = _live.GetValueOrDefault(Name(ticket.IdHash())) ?? await AwakeAsync(ticket, cancellation);
        if (session is null || !session.IsOf(ticket)) return null;

        await _limits.LearnAsync(session.Person, cancellation);
        var now = clock.GetUtcNow();
        if (IsOver(session, now))
        {
            await EndAsync(session, cancellation);
            return null;
        }

        if (attention == Attention.Watched) return session;
        if (now - session.UsedAt > Note) await NoteUseAsync(session, now, cancellation);
        session.Use(now);
        return session;
    }

    /// <summary>What is left of a session that nobody uses from now on.</summary>
    public TimeSpan Left(LiveSession session) => _limits.Left(session, clock.GetUtcNow());

    /// <summary>A person's sessions, last used first.</summary>
    public async Task<IReadOnlyList<SessionSummary>> ListAsync(LiveSession current, CancellationToken cancellation) =>
        [.. (await _rows.ListAsync(current.User, cancellation)).Select(row => SessionAbout.Summary(current, row))];

    /// <summary>Ends one of a person's sessions by its listed id.</summary>
    /// <returns>False when there is none of this id.</returns>
    public async Task<bool> EndOneAsync(UserId user, string id, CancellationToken cancellation)
    {
        if (id.Length != SHA256.HashSizeInBytes * 2 || !id.All(char.IsAsciiHexDigitUpper) || !await _rows.RemoveAsync(user, Convert.FromHexString(id), cancellation)) return false;

        if (_live.TryGetValue(id, out var session)) await ForgetAsync([session]);
        return true;
    }

    /// <summary>Ends a session at once: its row goes, and with the person's last one their keys and connections.</summary>
    public async Task EndAsync(LiveSession session, CancellationToken cancellation)
    {
        await _rows.RemoveAsync(session.IdHash, cancellation);
        await ForgetAsync([session]);
    }

    /// <summary>Ends all of a person's sessions but one.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="but">Null ends all.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task EndOthersAsync(UserId user, LiveSession? but, CancellationToken cancellation)
    {
        await _rows.RemoveAllAsync(user, but?.IdHash ?? [], cancellation);
        await ForgetAsync([.. _live.Values.Where(session => session.User == user && session != but)]);
    }

    /// <summary>Ends the sessions that come of one at an identity provider.</summary>
    public async Task EndOfAsync(byte[] provider, CancellationToken cancellation)
    {
        await _rows.RemoveOfAsync(provider, cancellation);
        await ForgetAsync([.. _live.Values.Where(session => session.Provider is { } own && own.AsSpan().SequenceEqual(provider))]);
    }

    /// <summary>Ends what is idle, old, or removed by another process, also without a request; called every second.</summary>
    /// <exception cref="StorageFault">The storage failed; what was over is forgotten here all the same.</exception>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await ForgetAsync([.. _live.Values.Where(session => IsOver(session, now))]);
        if (_live.Values is { Count: > 0 } live)
        {
            var stored = await _rows.StillThereAsync([.. live.Select(session => session.IdHash)], cancellation);
            await ForgetAsync([.. live.Where(session => !stored.Contains(Name(session.IdHash)))]);
        }

        if (now - _tidied < Note) return;
        await _rows.RemoveOldAsync(now - options.Value.IdleLimit - Note, now - options.Value.AbsoluteLimit, cancellation);
        _tidied = now;
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync([.. _live.Values]);
        _turn.Dispose();
    }

    private async Task<LiveSession?> AwakeAsync(SessionTicket ticket, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var hash = ticket.IdHash();
            if (_live.TryGetValue(Name(hash), out var session)) return session;
            if (await _rows.FindAsync(hash, cancellation) is not { } stored) return null;

            using var key = ticket.SealingKey();
            if (TryOpen(key, stored, hash) is not { } opened || SessionData.Read(opened) is not { } data) return null;
            var keyring = data.DataKeys.Count == 0 ? null : new Keyring(stored.User.Id, vault, root: null, data.DataKeys);
            return Admit(stored.User, keyring, ticket, data, stored.UsedAt, stored.Provider);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Null for a box of another key, or one this process cannot read: either way the person signs in again.</summary>
    private byte[]? TryOpen(BoxKey key, StoredSession stored, byte[] hash)
    {
        try
        {
            return vault.Open(key, SessionRows.Bound(stored.User.Id, hash), stored.Box);
        }
        catch (BoxRefused)
        {
            return null;
        }
    }

    private LiveSession Admit(UserAccount user, Keyring? keyring, SessionTicket ticket, SessionData data, DateTimeOffset usedAt, byte[]? provider)
    {
        // A locked session shares nothing with the person's open ones.
        var person = keyring is null ? new Person(user, null) : _persons.GetValueOrDefault(user.Id) ?? (_persons[user.Id] = new Person(user, keyring));
        if (keyring is not null && person.Keyring is { } shared && shared != keyring)
        {
            shared.Adopt(keyring);
            keyring.Dispose();
        }

        var session = new LiveSession(person, ticket, data, usedAt, options.Value.RecentFor, clock) { Provider = provider };
        person.Sessions.Add(session);
        _live[Name(session.IdHash)] = session;
        return session;
    }

    private async Task NoteUseAsync(LiveSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await _rows.NoteUseAsync(session.IdHash, now, cancellation);
        }
        catch (StorageFault)
        {
            // A full disk must not keep anybody from reading: the session only seems less used than it is.
        }
    }

    private async Task ForgetAsync(IReadOnlyList<LiveSession> sessions)
    {
        if (sessions.Count == 0) return;

        foreach (var session in sessions) session.End();
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
                if (_persons.GetValueOrDefault(session.User) == session.Person) _persons.Remove(session.User);
            }
        }
        finally
        {
            _turn.Release();
        }

        await Task.WhenAll(left.Select(person => person.DisposeAsync().AsTask()));
    }

    private bool IsOver(LiveSession session, DateTimeOffset now) => _limits.Left(session, now) < TimeSpan.Zero;

    private static string Name(byte[] hash) => Convert.ToHexString(hash);
}
