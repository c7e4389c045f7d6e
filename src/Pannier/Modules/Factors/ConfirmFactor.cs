using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>Turns the second factor on by its first code, ends the sessions that began without it, and shows the recovery codes.</summary>
internal sealed class ConfirmFactor(SecondFactors factors, LiveSessions sessions, IOptions<SiteOptions> site, Visit visit, MyLog log) : IHandler<ConfirmInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(ConfirmInput input, CancellationToken cancellation)
    {
        var session = visit.Required;
        if (await factors.PendingAsync(session.Keyring, cancellation) is not { } secret) return new FactorPage.Done(FactorUrl.Settings, null);

        using var code = input.Code;
        if (code is null || await factors.ConfirmAsync(session.Keyring, code.Reveal(), cancellation) is not { } codes)
            return new FactorPage.Setup(SecretText.Of(secret, site.Value.Name, visit.Name), Said.Of("factors.setup.wrong"));

        await sessions.EndOthersAsync(session.User, session, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.FactorSetUp);
        return new FactorPage.Codes(codes);
    }
}
