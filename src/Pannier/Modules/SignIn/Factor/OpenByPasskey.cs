using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Signs in by a passkey alone, which counts as both factors: it was at hand, and knew its person.</summary>
internal sealed class OpenByPasskey(PasskeyDoor passkeys, SignInForms forms, Tries tries, Door door, Parcels parcels, Visit visit, MyLog log) : IHandler<OpenByPasskeyInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(OpenByPasskeyInput input, CancellationToken cancellation)
    {
        using var key = input.Key;
        var form = forms.New("", input.Next, input.Carried);
        if (input is not { Ticket: { } ticket, Credential: { } answer } || key is null) return form with { Wrong = Said.Of("signin.passkey.wrong") };

        var attempt = await tries.BeginAsync(answer, cancellation);
        if (attempt.Wait is { } wait) return form with { Wrong = Tries.Say(wait), HasToWait = true };
        switch (await passkeys.EnterAsync(ticket, answer, key, cancellation))
        {
            case PasskeyEntry.Opened opened:
                await tries.SucceededAsync(attempt);
                var next = await parcels.TakeInAsync(input.Carried ?? parcels.TakeHeld(opened.User.Id), opened.Keyring, CancellationToken.None) ? CarriedUrl.Offer(input.Next) : input.Next ?? LocalUrl.Home;
                await PassAsync(opened, input.Wishes);
                await log.NoteAsync(opened.User.Id, SecurityEventKind.PasskeySignedIn);
                return new SignInPage.Done(next, null);
            case PasskeyEntry.WentBack copied:
                await log.NoteAsync(copied.User, SecurityEventKind.PasskeyWentBack);
                return form with { Wrong = Said.Of("passkeys.went-back") };
            default:
                return form with { Wrong = Said.Of("signin.passkey.wrong") };
        }
    }

    /// <summary>Whoever was vouched for has said at the door what they wish, and is asked for the passphrase alone.</summary>
    private Task PassAsync(PasskeyEntry.Opened opened, Wishes wishes) => visit.Session is { IsLocked: true }
        ? door.PassAsync(opened.User, opened.Keyring, CancellationToken.None)
        : door.PassAsync(opened.User, opened.Keyring, wishes, CancellationToken.None);
}
