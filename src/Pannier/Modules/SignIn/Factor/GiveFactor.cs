using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Checks the code and opens the door for good, with a new session.</summary>
internal sealed class GiveFactor(SecondFactors factors, AskForms forms, HumanBetween human, Tries tries, Door door, Visit visit, MyLog log) : IHandler<CodeInput, AskPage>
{
    public async Task<Outcome<AskPage>> HandleAsync(CodeInput input, CancellationToken cancellation)
    {
        var (user, next) = (visit.Required.Person.User, input.Next ?? LocalUrl.Home);
        if (!visit.Required.AwaitsFactor) return new AskPage.Done(next, null);
        if (input.Code is not { } code) return await forms.AgainAsync(input.Next, Said.Of("factors.ask.wrong"), cancellation);

        using (code)
        {
            if (await tries.WaitFactorAsync(user.Name, cancellation) is { } first) return await forms.WaitAsync(input.Next, Tries.Say(first), cancellation);
            if (await human.FactorAsync(user.Name, input.Next, cancellation) is { } toCheck) return new AskPage.Done(toCheck, HumanBetween.Why);
            var attempt = await tries.BeginFactorAsync(user.Name, cancellation);
            if (attempt.Wait is { } wait) return await forms.WaitAsync(input.Next, Tries.Say(wait), cancellation);
            var check = await factors.CheckAsync(visit.Required.Keyring, code.Reveal(), cancellation);
            if (check == FactorCheck.Wrong)
            {
                await log.NoteAsync(SecurityEventKind.FactorWrong);
                return await forms.AgainAsync(input.Next, Said.Of("factors.ask.wrong"), cancellation);
            }

            await tries.SucceededAsync(attempt);
            var left = (await factors.StateAsync(visit.Required.Keyring, CancellationToken.None)).CodesLeft;
            await door.PassAsync(user, visit.Required.Keyring, CancellationToken.None);
            await log.NoteAsync(SecurityEventKind.SignedIn);
            if (check == FactorCheck.RecoveryCode) await log.NoteAsync(SecurityEventKind.RecoveryCodeUsed);
            return new AskPage.Done(next, check == FactorCheck.RecoveryCode ? Said.Of("factors.ask.code-used", "count", left) : null);
        }
    }
}
