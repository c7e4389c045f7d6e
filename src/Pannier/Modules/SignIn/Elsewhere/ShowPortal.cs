using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Asks somebody whom a portal has sent here whether they are who it says. A link signs nobody in: whoever made it might want them to be somebody else.</summary>
internal sealed class ShowPortal(PortalTokens tokens, SignInForms forms, Visit visit) : IHandler<PortalInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(PortalInput input, CancellationToken cancellation)
    {
        using var token = input.Token;
        var form = forms.New("", null, null);
        return token?.Reveal() is { } text && await tokens.ReadAsync(text) is { } said
            ? new SignInPage.Sent(said.Name.Shown, form.CheckedBy ?? "", text, visit.Level >= SignInLevel.Full && visit.Required.Person.User.Name.Key != said.Name.Key ? visit.Name : null) { StayDays = form.StayDays }
            : form with { Wrong = Said.Of("signin.portal.late", "host", form.CheckedBy ?? "") };
    }
}
