using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>All sessions: stored sealed, opened by their cookie, live from their first request here, ended by idleness, age or the person.</summary>
/// <remarks>
/// The store holds the hash of the id and a box only the cookie's key opens. The process holds the opened keys of live
/// sessions; a person's last session's end wipes them and closes what was opened for them. A session whose row another
/// process removed ends here with the next sweep, within a second. One whose person stays signed in does not end by
/// idleness: it sleeps, stored as before, and what this process held of it is gone.
/// </remarks>
public sealed partial class LiveSessions(ISessionStore store, Database database, Vault vault, IOptions<SessionOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Note = TimeSpan.FromMinutes(1); // how often use is written down, and old rows are removed
    private readonly SessionBoxes _boxes = new(database, vault);
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
        var lasting = new Lasting(beginning.Wishes, Until(beginning, now), now);
        var data = new SessionData(beginning.Level, csrfKey, beginning.Seal, Fingerprint.Of(csrfKey, beginning.Traits), now, beginning.ConfirmedAt, lasting, [.. keyring?.DataKeys ?? []]);
        var about = keyring is null ? null : SessionAbout.Seal(keyring, ticket.IdHash(), beginning.From);
        var unused = now + options.Value.IdleLimit + Note;
        await store.AddAsync(new(user.Id, ticket.IdHash(), now, now, lasting.Until + Note ?? unused, _boxes.Seal(user.Id, ticket, data), about, beginning.Provider), cancellation);
        await AdmitInTurnAsync(user, keyring, ticket, data, now, beginning.Provider);
        return ticket;
    }

    /// <summary>The session of a cookie, used just now; null when there is none, it is over, or the key does not fit.</summary>
    public Task<LiveSession?> OpenAsync(string cookie, CancellationToken cancellation) => OpenAsync(cookie, Attention.Used, cancellation);

    /// <summary>The session of a cookie; null when there is none, it is over, or the key does not fit.</summary>
    /// <param name="cookie">As the browser sent it.</param>
    /// <param name="attention">Whether its idle time begins anew; what a page asks by itself wakes no session that sleeps.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<LiveSession?> OpenAsync(string cookie, Attention attention, CancellationToken cancellation)
    {
        if (SessionTicket.Read(cookie) is not { } ticket) return null;

        var session = _live.GetValueOrDefault(Name(ticket.IdHash())) ?? await AwakeAsync(ticket, cancellation);
        if (session is null || !session.IsOf(ticket)) return null;

        await _limits.LearnAsync(session.Person, cancellation);
        var now = clock.GetUtcNow();
        if (_limits.IsOver(session, now))
        {
            await EndAsync(session, cancellation);
            return null;
        }

        if (attention == Attention.Watched)
        {
            if (!_limits.IsAsleep(session, now)) return session;
            await ForgetAsync([session]);
            return null;
        }

        var noted = session.UsedAt;
        session.Use(now);
        if (now - noted > Note) await NoteUseAsync(session, cancellation);
        return session;
    }

    /// <summary>What is left until a session that nobody uses from now on is over, or sleeps.</summary>
    public TimeSpan Left(LiveSession session) => _limits.Left(session, clock.GetUtcNow());

    /// <summary>A person's sessions, last used first.</summary>
    public async Task<IReadOnlyList<SessionSummary>> ListAsync(LiveSession current, CancellationToken cancellation) =>
        [.. (await store.ListAsync(current.User, cancellation)).Where(row => _live.GetValueOrDefault(Name(row.Hash))?.ReplacedUntil is null).Select(row => SessionAbout.Summary(current, row))];

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync([.. _live.Values]);
        _turn.Dispose();
    }

    /// <summary>Until when somebody who wished to stays signed in: from when they are in fully.</summary>
    private DateTimeOffset? Until(Beginning beginning, DateTimeOffset now) =>
        beginning.StaysUntil ?? (beginning is { Level: SignInLevel.Full, Wishes: var wishes } && wishes.HasFlag(Wishes.Stay) ? now + options.Value.StayFor : null);

    private async Task<LiveSession?> AwakeAsync(SessionTicket ticket, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var hash = ticket.IdHash();
            if (_live.TryGetValue(Name(hash), out var session)) return session;
            if (await store.FindAsync(hash, cancellation) is not { } stored || _boxes.Open(ticket, stored) is not { } data) return null;
            if (await _boxes.PersonAsync(stored.User, cancellation) is not { } user) return null;

            var keyring = data.DataKeys.Count == 0 ? null : new Keyring(user.Id, vault, root: null, data.DataKeys);
            return Admit(user, keyring, ticket, data, stored.UsedAt, stored.Provider);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task AdmitInTurnAsync(UserAccount user, Keyring? keyring, SessionTicket ticket, SessionData data, DateTimeOffset usedAt, byte[]? provider)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            Admit(user, keyring, ticket, data, usedAt, provider);
        }
        finally
        {
            _turn.Release();
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

    private async Task NoteUseAsync(LiveSession session, CancellationToken cancellation)
    {
        try
        {
            await store.NoteUseAsync(session.IdHash, session.UsedAt, _limits.ExpiresAt(session), cancellation);
        }
        catch (StorageFault)
        {
            // A full disk must not keep anybody from reading: the session only seems less used than it is.
        }
    }

    private static string Name(byte[] hash) => Convert.ToHexString(hash);
}
