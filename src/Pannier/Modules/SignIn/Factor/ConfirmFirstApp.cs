using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.Factors;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Turns the first authenticator app on by its first code, and lets its person in.</summary>
internal sealed class ConfirmFirstApp(FirstFactor first, SecondFactors factors, IOptions<SiteOptions> site, Visit visit) : IHandler<CodeInput, FirstPage>
{
    public async Task<Outcome<FirstPage>> HandleAsync(CodeInput input, CancellationToken cancellation)
    {
        if (await first.ElsewhereAsync(input.Next, cancellation) is { } elsewhere) return elsewhere;
        var keyring = visit.Required.Keyring;
        if (await factors.PendingAsync(keyring, cancellation) is not { } secret) return new FirstPage.Done(FactorUrl.First(input.Next ?? LocalUrl.Home), null);

        using var code = input.Code;
        if (code is null || await factors.ConfirmAsync(keyring, code.Reveal(), cancellation) is not { } codes)
            return new FirstPage.App(SecretText.Of(secret, site.Value.Name, visit.Name), input.Next, Said.Of("factors.setup.wrong"));
        return await first.PassAsync(codes, input.Next, SecurityEventKind.FactorSetUp, "");
    }
}
