using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.Factors;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Makes a secret for somebody's first authenticator app.</summary>
internal sealed class BeginFirstApp(FirstFactor first, SecondFactors factors, IOptions<SiteOptions> site, Visit visit) : IHandler<AskInput, FirstPage>
{
    public async Task<Outcome<FirstPage>> HandleAsync(AskInput input, CancellationToken cancellation)
    {
        if (await first.ElsewhereAsync(input.Next, cancellation) is { } elsewhere) return elsewhere;
        return new FirstPage.App(SecretText.Of(await factors.BeginAsync(visit.Required.Keyring, cancellation), site.Value.Name, visit.Name), input.Next, null);
    }
}
