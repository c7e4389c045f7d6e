using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Lets in whom the trusted proxy names in this very request.</summary>
internal sealed class EnterByProxy(VouchedEntry entry, SignInForms forms, Visit visit) : IHandler<NamedInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(NamedInput input, CancellationToken cancellation) =>
        visit.NamedByProxy is { } name
            ? await entry.EnterAsync(new Vouch(name), input.Next, input.Carried, input.Wishes, cancellation)
            : forms.New("", input.Next, input.Carried) with { Wrong = Said.Of("signin.vouched.gone") };
}
