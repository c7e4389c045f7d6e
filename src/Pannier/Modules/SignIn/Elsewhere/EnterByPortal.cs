using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Uses a portal's token up, and lets in whom it names.</summary>
internal sealed class EnterByPortal(PortalTokens tokens, VouchedEntry entry, SignInForms forms) : IHandler<SentInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(SentInput input, CancellationToken cancellation)
    {
        using var token = input.Token;
        var form = forms.New("", null, null);
        return token is not null && await tokens.ReadAsync(token.Reveal()) is { } said && await tokens.UseAsync(said, cancellation)
            ? await entry.EnterAsync(new Vouch(said.Name) { IsAnew = true }, null, null, input.Wishes, CancellationToken.None) // it is used up: carried to its end
            : form with { Wrong = Said.Of("signin.portal.late", "host", form.CheckedBy ?? "") };
    }
}
