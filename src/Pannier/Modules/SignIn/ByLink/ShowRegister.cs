using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.ByLink;

/// <summary>Shows the registering form of a link that is still good.</summary>
internal sealed class ShowRegister(Links links, ISignInDoor checks) : IHandler<LinkInput, RegisterPage>
{
    public async Task<Outcome<RegisterPage>> HandleAsync(LinkInput input, CancellationToken cancellation) =>
        checks is { IsLocal: false, OutsideHost: { } host }
            ? Refusal.NotFound(Said.Of("register.outside", "host", host))
            : await links.FindAsync(input.Token.Value, cancellation) is { Person: null }
            ? new RegisterPage.Form(LocalUrl.Of("/register/" + input.Token.Value), "", null)
            : Refusal.NotFound("link.used");
}
