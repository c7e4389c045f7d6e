using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Outside.OpenId;
using Pannier.Core.Sessions;
using Pannier.Modules.SignIn.Confirm;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Takes what the identity provider sent the browser back with: somebody to let in, or somebody who has proved once more that it is them.</summary>
internal sealed class TakeReturn(OpenIdDoor provider, Vouching vouching, VouchedEntry entry, SignInForms forms, StepUp stepUp, Visit visit) : IHandler<ReturnInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(ReturnInput input, CancellationToken cancellation)
    {
        using var code = input.Code;
        return await provider.TakeAsync(input.State?.Value ?? "", code, input.Issuer?.Value, cancellation) switch
        {
            OpenIdAnswer.Right { Purpose: OpenIdPurpose.SignIn } right => await entry.EnterAsync(right.Vouch, right.Next, null, right.Wishes, cancellation),
            OpenIdAnswer.Right right => await AgainAsync(right, cancellation),
            OpenIdAnswer.Denied denied => Over(denied.Purpose, denied.Next, "signin.provider.denied"),
            OpenIdAnswer.Wrong wrong => Over(wrong.Purpose, wrong.Next, "signin.provider.wrong"),
            OpenIdAnswer.Unavailable gone => Over(gone.Purpose, gone.Next, "signin.provider.unavailable"),
            _ => Over(OpenIdPurpose.SignIn, null, "signin.provider.over"),
        };
    }

    /// <summary>It has to be the same person, who has signed in there just now.</summary>
    private async Task<SignInPage> AgainAsync(OpenIdAnswer.Right right, CancellationToken cancellation)
    {
        if (visit.Level < SignInLevel.Full || await vouching.FindAsync(right.Vouch, cancellation) is not Vouched.Known { User: var user } || user.Id != visit.Required.User) return Over(right.Purpose, right.Next, "signin.provider.another");
        if (!right.IsFresh) return Over(right.Purpose, right.Next, "signin.provider.not-fresh");

        await stepUp.DoneAsync(visit.Required.Keyring);
        return new SignInPage.Done(right.Next ?? LocalUrl.Home, null);
    }

    private SignInPage Over(OpenIdPurpose purpose, LocalUrl? next, string why)
    {
        var form = forms.New("", next, null);
        var said = Said.Of(why, "host", form.CheckedBy ?? "");
        return purpose == OpenIdPurpose.Again ? new SignInPage.Done(ConfirmUrl.Then(next), said.AsTrouble()) : form with { Wrong = said };
    }
}
