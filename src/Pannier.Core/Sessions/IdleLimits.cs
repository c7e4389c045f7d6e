using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Core.Settings;
using Pannier.Core.Storage;

namespace Pannier.Core.Sessions;

/// <summary>How long sessions last: the site's limits, and a shorter idle one where the person wishes it.</summary>
internal sealed class IdleLimits(Database database, IOptions<SessionOptions> options)
{
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

    /// <summary>What is left of a session that nobody uses from now on; zero or less when it is over.</summary>
    public TimeSpan Left(LiveSession session, DateTimeOffset now)
    {
        var idle = session.Person.IdleLimit is { } own && own < options.Value.IdleLimit ? own : options.Value.IdleLimit;
        var absolute = session.AwaitsFactor ? MostForFactor : options.Value.AbsoluteLimit;
        var (unused, ends) = (session.UsedAt + idle - now, session.CreatedAt + absolute - now);
        return unused < ends ? unused : ends;
    }
}
