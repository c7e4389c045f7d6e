using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Text;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

/// <summary>What the pages about the second factor have in common: where it stands, and the password asked again.</summary>
internal sealed class FactorStates(SecondFactors factors, People people, Tries tries, Visit visit, WordsOfVisit words, MyLog log)
{
    public async Task<FactorPage.State> ShowAsync(CancellationToken cancellation)
    {
        var state = await factors.StateAsync(visit.Required.Keyring, cancellation);
        return new FactorPage.State(visit.Name, state, state.Since is { } since ? words.Get().Clock.ToLocal(since).ToString("d", words.Get().Culture) : null);
    }

    /// <summary>Whether this is the person's password.</summary>
    /// <returns>Null when it is; else what is wrong, and whether they have to wait.</returns>
    public async Task<(Said Wrong, bool HasToWait)?> PasswordWrongAsync(Secret? current, CancellationToken cancellation)
    {
        if (current is null) return (Said.Of("factors.password-wrong"), false);
        var attempt = await tries.BeginAsync(visit.Required.Person.User.Name, cancellation);
        if (attempt.Wait is { } wait) return (Tries.Say(wait), true);
        if (await people.SignInAsync(visit.Required.Person.User.Name, current, cancellation) is not SignInOutcome.Opened opened)
        {
            log.NoteWrong(visit.Required.Person.User.Name);
            return (Said.Of("factors.password-wrong"), false);
        }

        opened.Keyring.Dispose();
        await tries.SucceededAsync(attempt);
        return null;
    }
}
