using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>The sign-in form, or where it led.</summary>
public abstract record SignInPage
{
    private SignInPage()
    {
    }

    /// <param name="Wrong">Why it is shown again; null at first.</param>
    public sealed record Form(string Name, LocalUrl? NextUrl, Said? Wrong) : SignInPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("signin.title");

        public int Status => Wrong is null ? 200 : 401;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : SignInPage, INext;
}
