using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Throttling;
using Pannier.Modules.SignIn.Factor;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Takes a passkey in place of the password given again (step-up); it must know its person. Tries count with those at the second factor.</summary>
internal sealed class ConfirmByPasskey(Passkeys passkeys, ConfirmForms forms, StepUp stepUp, Tries tries, Visit visit, MyLog log) : IHandler<ConfirmPasskeyInput, ConfirmPage>
{
    public async Task<Outcome<ConfirmPage>> HandleAsync(ConfirmPasskeyInput input, CancellationToken cancellation)
    {
        var form = await forms.NewAsync(input.Next, input.Carried, cancellation);
        if (input.Credential is not { } answer) return form with { PasskeyWrong = Said.Of("passkeys.needs-script") };

        var attempt = await tries.BeginFactorAsync(visit.Required.Person.User.Name, cancellation);
        if (attempt.Wait is { } wait) return form with { PasskeyWrong = Tries.Say(wait), HasToWait = true };
        var check = await passkeys.CheckAgainAsync(visit.Required, answer, cancellation);
        if (check != PasskeyCheck.Right)
        {
            await log.NoteAsync(check == PasskeyCheck.WentBack ? SecurityEventKind.PasskeyWentBack : SecurityEventKind.FactorWrong);
            return form with { PasskeyWrong = check == PasskeyCheck.Wrong ? Said.Of("confirm.passkey.wrong") : PasskeyText.Of(check) };
        }

        await tries.SucceededAsync(attempt);
        return new ConfirmPage.Done(await stepUp.DoneAsync(visit.Required.Keyring, input.Next, input.Carried), null);
    }
}
