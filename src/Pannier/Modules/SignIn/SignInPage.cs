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

        /// <summary>The host outside that checks passwords; null when this site does.</summary>
        public string? CheckedBy { get; init; }

        /// <summary>Whether this site checks passwords too, so that a recovery key sets a new one.</summary>
        public bool IsLocal { get; init; } = true;

        /// <summary>Whether the password could not be checked.</summary>
        public bool IsUnavailable { get; init; }

        public Said Title => Said.Of("signin.title");

        public int Status => HasToWait ? 429 : IsUnavailable ? 503 : Wrong is null ? 200 : 401;

        internal Form Wrongly() => this with { Wrong = CheckedBy is { } host ? Said.Of("signin.wrong.outside", "host", host) : Said.Of("signin.wrong") };
    }

    /// <summary>They came for the first time: their recovery key, shown this once.</summary>
    public sealed record Key(RecoveryKeyPage Shown) : SignInPage, ITitled
    {
        public Said Title => Shown.Title;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : SignInPage, INext;
}
