using Pannier.Core;
using Pannier.Core.Http.Carrying;

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
        /// <summary>Whether it was not even tried, because too many went before.</summary>
        public bool HasToWait { get; init; }

        /// <summary>Why somebody who was signed in is asked; null for nothing to say.</summary>
        public Said? Why { get; init; }

        /// <summary>What was sent when one had been signed out; null for nothing.</summary>
        public Parcel? Carried { get; init; }

        public Said Title => Said.Of("signin.title");

        public int Status => HasToWait ? 429 : Wrong is null ? 200 : 401;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : SignInPage, INext;
}
