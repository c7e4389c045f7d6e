using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Checks name and password and opens the door; which of the two was wrong is not told.</summary>
internal sealed class SignInPerson(People people, Door door) : IHandler<SignInInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(SignInInput input, CancellationToken cancellation)
    {
        var typed = input.Name?.Value ?? "";
        if (input.Password is not { } password || SignInName.Read(typed) is not { } name) return new SignInPage.Form(typed, input.Next, Said.Of("signin.wrong"));

        using (password)
        {
            switch (await people.SignInAsync(name, password, cancellation))
            {
                case SignInOutcome.Opened opened:
                    await door.EnterAsync(opened.User, opened.Keyring, cancellation);
                    return new SignInPage.Done(input.Next ?? LocalUrl.Home, null);
                case SignInOutcome.Locked locked:
                    await door.WaitAsync(locked.User, cancellation);
                    return new SignInPage.Done(LocalUrl.Of("/unlock"), null);
                default:
                    return new SignInPage.Form(typed, input.Next, Said.Of("signin.wrong"));
            }
        }
    }
}
