using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>Adds the passkey that was asked for. The first factor ends the sessions that began without one, and comes with recovery codes.</summary>
internal sealed class AddPasskey(Passkeys passkeys, SecondFactors factors, FactorStates states, RootAgain again, LiveSessions sessions, Visit visit, MyLog log) : IHandler<AddPasskeyInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(AddPasskeyInput input, CancellationToken cancellation)
    {
        using var current = input.Current;
        using var given = input.Key;
        using var openers = input.Opener?.Key;
        var (session, alone) = (visit.Required, input.Alone == Tick.On);
        var form = await states.NewPasskeyAsync(input.Name?.Value ?? "", alone, cancellation);
        if (input.Credential is not { } answer) return form with { Wrong = Said.Of("passkeys.needs-script") };
        if (input.Name is not { Value: { Length: > 0 and <= PasskeyLabel.Longest } name }) return form with { Wrong = Said.Of("passkeys.name.missing") };

        var check = alone ? await again.OpenAsync(current, input.Opener, cancellation) : null;
        if (check is { Opened: null }) return form with { Wrong = check.Say("factors.password-wrong"), HasToWait = check.Wait is not null };
        using (var opened = check?.Opened?.Keyring)
        using (var key = given is null ? null : PasskeyKey.Read(given))
        {
            var first = !await factors.IsSetUpAsync(session.Keyring, cancellation);
            var added = await passkeys.AddAsync(session, alone ? PasskeyKind.Alone : PasskeyKind.SecondFactor, answer, name, key is not null && opened is not null ? (key, opened) : null, cancellation);
            if (added != PasskeyAdding.Done) return form with { Wrong = PasskeyLabel.Of(added) };

            await log.NoteAsync(SecurityEventKind.PasskeyAdded, name);
            if (first) await sessions.EndOthersAsync(session.User, session, CancellationToken.None);
            var said = Said.Of(!alone ? "passkeys.done" : key is null ? "passkeys.done.no-key" : "passkeys.done.alone", "name", name);
            return await factors.FirstCodesAsync(session.Keyring, CancellationToken.None) is { } codes ? new FactorPage.Codes(codes) { About = said } : new FactorPage.Done(FactorUrl.Settings, said);
        }
    }
}
