using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;
using Pannier.Core.Humans;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Enter;

/// <summary>Sets a new password by the recovery key, replaces the key, ends all other sessions, and signs in.</summary>
internal sealed class RecoverPerson(ISignInDoor checks, Passwords passwords, LiveSessions sessions, Tries tries, HumanCheck human, Door door, MyLog log) : IHandler<RecoverInput, RecoverPage>
{
    internal static LocalUrl CheckUrl { get; } = new HumanErrand(null, LocalUrl.Of("/recover")).Url();

    public async Task<Outcome<RecoverPage>> HandleAsync(RecoverInput input, CancellationToken cancellation)
    {
        if (RecoverElsewhere.Of(checks) is { } elsewhere) return Refusal.NotFound(elsewhere);
        var typed = input.Name?.Value ?? "";
        if (SignInName.Read(typed) is not { } name || input.Key is not { } secret) return new RecoverPage.Form(typed, Said.Of("recover.wrong"));
        if (RecoveryKey.Read(secret.Reveal()) is not { } key) return new RecoverPage.Form(typed, Said.Of("recover.mistyped"));
        if (!PasswordRules.AreGood(input.Password, input.Again, name, out var wrong)) return new RecoverPage.Form(typed, wrong.Said);
        if (await tries.WaitAsync(name, cancellation) is { } first) return new RecoverPage.Form(typed, Tries.Say(first)) { HasToWait = true };
        if (!await human.LetByAsync(name, cancellation)) return new RecoverPage.Form(typed, Said.Of("human.needed")) { Check = CheckUrl };
        var attempt = await tries.BeginAsync(name, cancellation);
        if (attempt.Wait is { } wait) return new RecoverPage.Form(typed, Tries.Say(wait)) { HasToWait = true };
        if (await passwords.RecoverAsync(name, key, input.Password, cancellation) is not { } done)
        {
            log.NoteWrong(name);
            return new RecoverPage.Form(typed, Said.Of("recover.wrong"));
        }

        await tries.SucceededAsync(attempt);
        await sessions.EndOthersAsync(done.User.Id, null, CancellationToken.None);
        var entered = await door.EnterAsync(done.User, done.Keyring, CancellationToken.None);
        await log.NoteAsync(done.User.Id, SecurityEventKind.Recovered);
        return new RecoverPage.Key(RecoveryKeyPage.Of(done.Recovery) with { Then = entered == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null });
    }
}
