using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Pannier.Core.Crypto;
using Pannier.Core.Factors;
using Pannier.Core.Sealing;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>A session from its first request here until its end.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Its source of cancellation has no timer and no handle: the collector takes it.")]
public sealed class LiveSession
{
    private readonly SessionData _data;
    private readonly byte[] _keyHash;
    private readonly TimeSpan _recentFor;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lazy<SessionHalf> _half;
    private long _usedAt;
    private PasskeyAsk? _ask;
    private long _endsAt;
    private int _renewed;

    internal LiveSession(Person person, SessionTicket ticket, SessionData data, DateTimeOffset usedAt, TimeSpan recentFor, TimeProvider clock)
    {
        (Person, IdHash, _keyHash, _data, _recentFor, _clock) = (person, ticket.IdHash(), ticket.KeyHash(), data with { DataKeys = [] }, recentFor, clock);
        _half = new(() => SessionHalf.Of(_data.Seal.Key));
        _usedAt = usedAt.UtcTicks;
    }

    public Person Person { get; }

    public UserId User => Person.User.Id;

    /// <summary>Cancelled when the session ends: what it is being sent stops there.</summary>
    public CancellationToken Ended => _ended.Token;

    public string Name => Person.User.Name.Shown;

    public Role Role => Person.User.Role;

    /// <summary>How far signed in, just now: a confirmed password counts as recent for some minutes.</summary>
    public SignInLevel Level => BaseLevel == SignInLevel.Full && ConfirmedAt is { } at && _clock.GetUtcNow() - at < _recentFor ? SignInLevel.Recent : BaseLevel;

    /// <summary>Whether the second factor is still to be given; the keys are open, and nothing but its page answers .</summary>
    public bool AwaitsFactor => BaseLevel == SignInLevel.PasswordGiven && Person.Keyring is not null;

    /// <summary>Whether the person was let in no further than to where their data is opened.</summary>
    public bool IsLocked => BaseLevel == SignInLevel.PasswordGiven && Person.Keyring is null;

    /// <summary>The person's open keys.</summary>
    /// <exception cref="VaultLocked">The data is locked.</exception>
    public Keyring Keyring => Person.Keyring ?? throw new VaultLocked();

    /// <summary>The session at an identity provider that it comes of, hashed; null for none.</summary>
    internal byte[]? Provider { get; init; }

    /// <summary>What anti-forgery tokens of this session are made from.</summary>
    internal byte[] CsrfKey => _data.CsrfKey;

    /// <summary>What sealed answers and what the browser keeps are sealed under.</summary>
    internal SessionSeal Seal => _data.Seal;

    /// <summary>Its half of the key that answers are sealed with.</summary>
    internal SessionHalf Half => _half.Value;

    public DateTimeOffset CreatedAt => _data.CreatedAt;

    public DateTimeOffset UsedAt => new(Interlocked.Read(ref _usedAt), TimeSpan.Zero);

    /// <summary>What the store knows the session by.</summary>
    internal byte[] IdHash { get; }

    internal SignInLevel BaseLevel => _data.Level;

    internal DateTimeOffset? ConfirmedAt => _data.ConfirmedAt;

    internal Wishes Wishes => _data.Lasting.Wishes;

    /// <summary>Until when the person stays signed in here, also when the browser is closed; null for no longer than it is open.</summary>
    public DateTimeOffset? StaysUntil => _data.Lasting.Until;

    /// <summary>When its cookie was made.</summary>
    internal DateTimeOffset TicketAt => _data.Lasting.TicketAt;

    /// <summary>When it ends because another has taken its place; null for one that goes on.</summary>
    internal DateTimeOffset? ReplacedUntil => Interlocked.Read(ref _endsAt) is not 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;

    /// <summary>What another session begins with that takes its place.</summary>
    internal SessionData DataWith(IReadOnlyList<BoxKey> keys, DateTimeOffset ticketAt) => _data with { DataKeys = keys, Lasting = _data.Lasting with { TicketAt = ticketAt } };

    /// <summary>Whether the caller is the one who may renew it: the first.</summary>
    internal bool TryRenew() => Interlocked.Exchange(ref _renewed, 1) == 0;

    internal void ReplaceBy(DateTimeOffset endsAt) => Interlocked.Exchange(ref _endsAt, endsAt.UtcTicks);

    /// <summary>Whether a request looks like the browser this session began in.</summary>
    internal FingerprintVerdict Compare(RequestTraits traits) => _data.Fingerprint.Compare(Fingerprint.Of(_data.CsrfKey, traits));

    /// <summary>Keeps a question put to the person's authenticator, in place of the one before.</summary>
    internal void Ask(PasskeyAsk ask) => Interlocked.Exchange(ref _ask, ask);

    /// <summary>The question that waits for its answer, once; null when none does.</summary>
    internal PasskeyAsk? TakeAsk() => Interlocked.Exchange(ref _ask, null);

    internal void End() => _ended.Cancel();

    internal void Use(DateTimeOffset at) => Interlocked.Exchange(ref _usedAt, at.UtcTicks);

    /// <summary>Whether a ticket of this id carries this session's key too.</summary>
    internal bool IsOf(SessionTicket ticket) => CryptographicOperations.FixedTimeEquals(_keyHash, ticket.KeyHash());
}
