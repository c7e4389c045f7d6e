using System.Reflection;
using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Humans;
using Pannier.Core.Modules;
using Pannier.Core.Operating;
using Pannier.Core.Throttling;

namespace Pannier.Modules.Operating;

/// <summary>Looks how the site is now and tells its rules.</summary>
internal sealed class ShowSite(SiteHealth health, IOptions<Core.Sessions.SessionOptions> session, IOptions<SecondFactorOptions> factor, IOptions<HumanCheckOptions> human, IOptions<ThrottleOptions> throttle) : IHandler<Nothing, SitePage>
{
    public async Task<Outcome<SitePage>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        new SitePage(await health.LookAsync(cancellation), typeof(ShowSite).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "", Rules());

    private List<Said> Rules() =>
    [
        Said.Of("site.rule.factor." + Choice.Name(factor.Value.Required)),
        Said.Of("site.rule.session", "idle", Minutes(session.Value.IdleLimit)).With("absolute", Minutes(session.Value.AbsoluteLimit)),
        Said.Of("site.rule.tries", "free", throttle.Value.FreeTries).With("longest", Minutes(throttle.Value.LongestWait)),
        human.Value.Kind switch
        {
            HumanCheckKind.None => Said.Of("site.rule.human.none"),
            HumanCheckKind.ProofOfWork => Said.Of("site.rule.human.work"),
            var kind => Said.Of("site.rule.human.service", "service", HumanVendor.Of(kind)?.Name ?? ""),
        },
    ];

    private static int Minutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes);
}
