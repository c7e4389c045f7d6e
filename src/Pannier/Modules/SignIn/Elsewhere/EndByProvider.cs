using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Outside.OpenId;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Ends sessions because the identity provider says so, in its own request and with its own signature.</summary>
internal sealed class EndByProvider(OpenIdLogout logout) : IHandler<LogoutInput, MachineDone>
{
    public async Task<Outcome<MachineDone>> HandleAsync(LogoutInput input, CancellationToken cancellation)
    {
        using var token = input.Token;
        return await logout.EndAsync(token.Reveal(), cancellation) ? new MachineDone() : Refusal.Forbidden("refused.request");
    }
}
