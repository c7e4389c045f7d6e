using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Lets in whom the trusted proxy names in this very request.</summary>
internal sealed class EnterByProxy(VouchedEntry entry, SignInForms forms, Visit visit) : IHandler<ProxyInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(ProxyInput input, CancellationToken cancellation) =>
        visit.NamedByProxy is { } name
            ? await entry.EnterAsync(new Vouch(name), input.Next, input.Carried, cancellation)
            : forms.New("", input.Next, input.Carried) with { Wrong = Said.Of("signin.vouched.gone") };
}
