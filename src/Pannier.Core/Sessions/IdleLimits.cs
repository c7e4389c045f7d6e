using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Core.Settings;
using Pannier.Core.Storage;

namespace Pannier.Core.Sessions;

/// <summary>How long sessions last: the site's limits, and a shorter idle one where the person wishes it.</summary>
internal sealed class IdleLimits(Database database, IOptions<SessionOptions> options)
{
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1); // use is written down to the minute
    private static readonly TimeSpan MostForFactor = TimeSpan.FromMinutes(10);

    /// <summary>Looks up once what the person wishes; called before their limit is first asked for.</summary>
    public async Task LearnAsync(Person person, CancellationToken cancellation)
    {
        if (person.KnowsIdleLimit || person.Keyring is not { } keyring) return;
        try
        {
            var values = await new RecordsOf<SettingValues>(database, () => keyring).FindAsync(MySettings.Id, cancellation);
            person.IdleLimit = Safety.Limit(Safety.LockAfter.Value(values?.Value.Texts.GetValueOrDefault(Safety.LockAfter.Key)));
        }
        catch (BoxRefused)
        {
            // Settings that cannot be read are told where they are shown; the site's limit holds.
        }

        person.KnowsIdleLimit = true;
    }

    /// <summary>What is left until a session that nobody uses from now on is over, or sleeps; zero or less when it is.</summary>
    public TimeSpan Left(LiveSession session, DateTimeOffset now)
    {
        var (unused, ends) = (session.UsedAt + Idle(session) - now, End(session) - now);
        return unused < ends ? unused : ends;
    }

    /// <summary>Whether a session is over, for good.</summary>
    public bool IsOver(LiveSession session, DateTimeOffset now) => (session.StaysUntil is null ? Left(session, now) : End(session) - now) < TimeSpan.Zero;

    /// <summary>Whether nobody has used a session for so long that its keys are to leave memory.</summary>
    public bool IsAsleep(LiveSession session, DateTimeOffset now) => Left(session, now) < TimeSpan.Zero;

    /// <summary>When the store may forget a session that is not used again.</summary>
    public DateTimeOffset ExpiresAt(LiveSession session)
    {
        var (unused, ends) = (session.UsedAt + options.Value.IdleLimit + Spare, End(session) + Spare);
        return session.ReplacedUntil ?? (session.StaysUntil is null && unused < ends ? unused : ends);
    }

    private TimeSpan Idle(LiveSession session) => session.Person.IdleLimit is { } own && own < options.Value.IdleLimit ? own : options.Value.IdleLimit;

    private DateTimeOffset End(LiveSession session) =>
        session.ReplacedUntil ?? session.StaysUntil ?? session.CreatedAt + (session.AwaitsFactor ? MostForFactor : options.Value.AbsoluteLimit);
}
