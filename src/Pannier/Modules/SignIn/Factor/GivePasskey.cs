using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Checks a passkey's answer and opens the door for good, with a new session.</summary>
internal sealed class GivePasskey(Passkeys passkeys, AskForms forms, Tries tries, Door door, Visit visit, MyLog log) : IHandler<PasskeyInput, AskPage>
{
    public async Task<Outcome<AskPage>> HandleAsync(PasskeyInput input, CancellationToken cancellation)
    {
        var (user, next) = (visit.Required.Person.User, input.Next ?? LocalUrl.Home);
        if (!visit.Required.AwaitsFactor) return new AskPage.Done(next, null);
        if (input.Credential is not { } answer) return await forms.AgainAsync(input.Next, Said.Of("passkeys.needs-script"), cancellation);

        var attempt = await tries.BeginFactorAsync(user.Name, cancellation);
        if (attempt.Wait is { } wait) return await forms.WaitAsync(input.Next, Tries.Say(wait), cancellation);
        var check = await passkeys.CheckAsync(visit.Required, answer, cancellation);
        if (check != PasskeyCheck.Right)
        {
            await log.NoteAsync(check == PasskeyCheck.WentBack ? SecurityEventKind.PasskeyWentBack : SecurityEventKind.FactorWrong);
            return await forms.AgainAsync(input.Next, PasskeyText.Of(check), cancellation);
        }

        await tries.SucceededAsync(attempt);
        await door.PassAsync(user, visit.Required.Keyring, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.SignedIn);
        return new AskPage.Done(next, null);
    }
}
