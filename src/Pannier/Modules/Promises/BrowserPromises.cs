using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Humans;
using Pannier.Core.Sealing;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Views;

namespace Pannier.Modules.Promises;

/// <summary>What holds between the browser and this site.</summary>
internal sealed class BrowserPromises(IOptions<Core.Sessions.SessionOptions> session, IOptions<SiteOptions> site, IOptions<BrowserOptions> browser, IOptions<ThrottleOptions> throttle, IOptions<SecondFactorOptions> factor, IOptions<HumanCheckOptions> human, Assets assets)
{
    public IReadOnlyList<Promise> Now() =>
    [
        new("cookies", session.Value.StayFor is null ? PromiseState.Kept : PromiseState.Weaker, "HeaderTests", "CookieTable", "StayTests")
        {
            Here = session.Value.StayFor is { } stay ? Said.Of("promise.cookies.here.stay", "count", (int)stay.TotalDays) : Said.Of("promise.cookies.here.closed"),
        },
        new("fingerprint", session.Value.Mismatch == OnMismatch.Ignore ? PromiseState.Weaker : PromiseState.Kept, "FingerprintTests")
        {
            Here = Said.Of("promise.fingerprint.here." + Choice.Name(session.Value.Mismatch)).With("address", Said.Of("promise.fingerprint.address." + Choice.Name(session.Value.Address))),
        },
        new("csrf", PromiseState.Kept, "GateTests"),
        new("origin", PromiseState.Kept, "GateTests") { Here = Said.Of("promise.origin.here", "origins", string.Join(", ", site.Value.PublicOrigins)) },
        new("headers", PromiseState.Kept, "HeaderTests"),
        new("csp", PromiseState.Kept, "HeaderTests"),
        new("sri", PromiseState.Kept, "HeaderTests") { Here = Said.Of("promise.sri.here", "script", assets.Script.Integrity).With("style", assets.Style.Integrity) },
        new("idle", PromiseState.Kept, "IdleTests", "SessionTests") { Here = Said.Of("promise.idle.here", "idle", Minutes(session.Value.IdleLimit)).With("absolute", Minutes(session.Value.AbsoluteLimit)) },
        new("factor", PromiseState.Kept, "SecondFactorTests", "TotpCodeTests", "FactorPolicyTests") { Here = Said.Of("promise.factor.here." + Choice.Name(factor.Value.Required)) },
        Passkeys(),
        new("step-up", PromiseState.Kept, "CarriedTests") { Here = Said.Of("promise.step-up.here", "minutes", Minutes(session.Value.RecentFor)) },
        new("sessions", PromiseState.Kept, "SessionsTests", "SecurityLogTests", "LetterBoxTests"),
        new("throttle", PromiseState.Kept, "ThrottleTests", "SessionTests")
        {
            Here = Said.Of("promise.throttle.here", "free", throttle.Value.FreeTries).With("address", throttle.Value.FreeTriesFromAddress).With("longest", Minutes(throttle.Value.LongestWait)),
        },
        new("devices", PromiseState.Kept, "DeviceTests"),
        Human(),
        new("sealed-answers", browser.Value.SealResponses ? PromiseState.Kept : PromiseState.Off, "SealedAnswersTests", "SealAskTests"),
        new("sealed-cache", browser.Value.SealCache ? PromiseState.Kept : PromiseState.Off, "SealedAnswersTests", "SealedWalks"),
        new("third-parties", HumanVendor.Of(human.Value.Kind) is null ? PromiseState.Kept : PromiseState.Weaker, "HeaderTests", "HumanVendorTests")
        {
            Here = HumanVendor.Of(human.Value.Kind) is { } vendor ? Said.Of("promise.third-parties.here", "service", vendor.Name) : null,
        },
    ];

    private Promise Human() => new("human", human.Value.Kind == HumanCheckKind.None ? PromiseState.Off : PromiseState.Kept, "HumanCheckTests", "HumanVendorTests")
    {
        Here = human.Value.Kind switch
        {
            HumanCheckKind.None => null,
            HumanCheckKind.ProofOfWork => Said.Of("promise.human.here.work", "count", human.Value.After),
            _ => Said.Of("promise.human.here.service", "service", HumanVendor.Of(human.Value.Kind)?.Name ?? "").With("count", human.Value.After),
        },
    };

    private Promise Passkeys()
    {
        var hosts = site.Value.PublicOrigins.Select(origin => new Uri(origin)).Where(origin => origin.HostNameType == UriHostNameType.Dns).Select(origin => origin.Host).Distinct().ToList();
        return new("passkeys", hosts.Count == 0 ? PromiseState.Off : PromiseState.Kept, "PasskeyTests", "PasskeySignInTests", "PasskeyWalks")
        {
            Here = hosts.Count == 0 ? Said.Of("promise.passkeys.here.none") : Said.Of("promise.passkeys.here", "hosts", string.Join(", ", hosts)),
        };
    }

    private static int Minutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes);
}
