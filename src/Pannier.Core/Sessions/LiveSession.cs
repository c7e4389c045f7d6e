using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>A session from its first request here until its end.</summary>
public sealed class LiveSession
{
    private readonly TimeSpan _recentFor;
    private readonly TimeProvider _clock;
    private long _usedAt;

    internal LiveSession(Person person, byte[] idHash, byte[] csrfKey, SignInLevel level, DateTimeOffset createdAt, DateTimeOffset usedAt, DateTimeOffset? confirmedAt, TimeSpan recentFor, TimeProvider clock)
    {
        (Person, IdHash, CsrfKey, BaseLevel, CreatedAt, ConfirmedAt, _recentFor, _clock) = (person, idHash, csrfKey, level, createdAt, confirmedAt, recentFor, clock);
        _usedAt = usedAt.UtcTicks;
    }

    public Person Person { get; }

    public UserId User => Person.User.Id;

    public string Name => Person.User.Name.Shown;

    public Role Role => Person.User.Role;

    /// <summary>How far signed in, just now: a confirmed password counts as recent for some minutes.</summary>
    public SignInLevel Level => BaseLevel == SignInLevel.Full && ConfirmedAt is { } at && _clock.GetUtcNow() - at < _recentFor ? SignInLevel.Recent : BaseLevel;

    /// <summary>What anti-forgery tokens of this session are made from.</summary>
    internal byte[] CsrfKey { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset UsedAt => new(Interlocked.Read(ref _usedAt), TimeSpan.Zero);

    internal byte[] IdHash { get; }

    internal SignInLevel BaseLevel { get; }

    internal DateTimeOffset? ConfirmedAt { get; }

    internal void Use(DateTimeOffset at) => Interlocked.Exchange(ref _usedAt, at.UtcTicks);
}
