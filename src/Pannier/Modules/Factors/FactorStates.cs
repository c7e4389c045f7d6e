using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>What the pages about the second factor have in common: where it stands, and the password asked again.</summary>
internal sealed class FactorStates(SecondFactors factors, Passkeys passkeys, IOptions<SecondFactorOptions> policy, PasswordAgain again, Visit visit, WordsOfVisit words)
{
    /// <summary>Whether this site wants the person to have one.</summary>
    public bool IsRequired => policy.Value.Binds(visit.Required.Role);

    public async Task<FactorPage.State> ShowAsync(CancellationToken cancellation)
    {
        var state = await factors.StateAsync(visit.Required.Keyring, cancellation);
        var all = await passkeys.AllAsync(visit.Required.Keyring, cancellation);
        return new FactorPage.State(visit.Name, state, state.Since is { } since ? Day(since) : null, [.. all.Select(Line)]) { IsRequired = IsRequired, AsksNothing = await again.AsksNothingAsync(cancellation) };
    }

    /// <summary>The form that makes a passkey.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="alone">Whether it is to sign in alone.</param>
    /// <param name="cancellation">Any time.</param>
    public async Task<FactorPage.NewPasskey> NewPasskeyAsync(string name, bool alone, CancellationToken cancellation) => new(name, alone, null)
    {
        AsksNothing = await again.AsksNothingAsync(cancellation),
        HasOpener = await passkeys.HasOpenerAsync(visit.Required.Keyring, cancellation),
    };

    /// <summary>Whether this is the person's password.</summary>
    /// <returns>Null when it is; else what is wrong, and whether they have to wait.</returns>
    public async Task<(Said Wrong, bool HasToWait)?> PasswordWrongAsync(Secret? current, CancellationToken cancellation)
    {
        var check = await again.CheckAsync(current, cancellation);
        if (check.Opened is null) return (check.Say("factors.password-wrong"), check.Wait is not null);

        check.Opened.Keyring.Dispose();
        return null;
    }

    /// <summary>Asks for the password before an act.</summary>
    /// <param name="say">Puts what is wrong where the act's own form shows it.</param>
    /// <returns>Null when it was right; else what to answer.</returns>
    public async Task<FactorPage?> RefusedAsync(Secret? current, Func<FactorPage.State, Said, FactorPage.State> say, CancellationToken cancellation)
    {
        var check = await again.CheckAsync(current, cancellation);
        if (check.AsksProof) return new FactorPage.Done(ConfirmUrl.Then(FactorUrl.Settings), null);
        if (check.Opened is null) return say(await ShowAsync(cancellation), check.Say("factors.password-wrong")) with { HasToWait = check.Wait is not null };

        check.Opened.Keyring.Dispose();
        return null;
    }

    private PasskeyLine Line(PasskeySummary passkey) => new(
        passkey.Id,
        passkey.Name,
        passkey.Host == passkeys.Host ? null : passkey.Host,
        Day(passkey.AddedAt),
        passkey.UsedAt is { } used ? Day(used) : null,
        Said.Of(passkey.SignsIn ? "passkeys.kind.alone" : "passkeys.kind.factor"));

    private string Day(DateTimeOffset at) => words.Get().Clock.ToLocal(at).ToString("d", words.Get().Culture);
}
