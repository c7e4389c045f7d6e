using Pannier.Core;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Human;
using Pannier.Modules.SignIn.Unlock;

namespace Pannier.Modules.SignIn.Enter;

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

        /// <summary>Who checks passwords, or vouches for people, outside; null when this site checks them all.</summary>
        public string? CheckedBy { get; init; }

        /// <summary>How people are vouched for without a password; null where passwords are checked.</summary>
        public SignInBackend? Vouching { get; init; }

        /// <summary>Whom the proxy has named; null when nobody.</summary>
        public string? VouchedAs { get; init; }

        /// <summary>The portal's address, for a link; null for none.</summary>
        public string? PortalUrl { get; init; }

        /// <summary>Whether the site opens the data of whoever is vouched for, so that it is not readable to them alone.</summary>
        public bool IsOpenedBySite { get; init; }

        /// <summary>The host that passwords given here are shown to; null when they stay here.</summary>
        public string? PasswordHost => Vouching is null ? CheckedBy : null;

        /// <summary>Whether this site checks passwords too, so that a recovery key sets a new one.</summary>
        public bool IsLocal { get; init; } = true;

        /// <summary>Whether this browser may be told how much mail waits.</summary>
        public bool Waits { get; init; }

        /// <summary>For how many days one may stay signed in; null when the site does not offer it.</summary>
        public int? StayDays { get; init; }

        /// <summary>Whether nothing but a passkey can be given on this page; whoever vouches has not named anybody.</summary>
        public bool AsksNothingElse => !IsLocal && (Vouching == SignInBackend.Portal || this is { Vouching: SignInBackend.Proxy, VouchedAs: null });

        /// <summary>Whether the password could not be checked.</summary>
        public bool IsUnavailable { get; init; }

        public Said Title => Said.Of("signin.title");

        public int Status => HasToWait ? 429 : IsUnavailable ? 503 : Wrong is null ? 200 : 401;

        internal Form Wrongly() => this with { Wrong = PasswordHost is { } host ? Said.Of("signin.wrong.outside", "host", host) : Said.Of("signin.wrong") };
    }

    /// <summary>On to the identity provider.</summary>
    /// <param name="UrlHost">Its host, to be compared with what the browser shows then.</param>
    public sealed record Go(string Host, string ProviderUrl, string UrlHost) : SignInPage, ITitled
    {
        public Said Title => Said.Of("signin.title");
    }

    /// <summary>A portal has sent somebody here, who says now that they are whom it names.</summary>
    /// <param name="InPlaceOf">Who is signed in here and then is no more; null for nobody else.</param>
    public sealed record Sent(string Name, string Host, string Token, string? InPlaceOf) : SignInPage, ITitled
    {
        /// <inheritdoc cref="Form.StayDays"/>
        public int? StayDays { get; init; }

        public Said Title => Said.Of("signin.title");
    }

    /// <summary>Somebody new was vouched for, and chooses the passphrase of their data.</summary>
    /// <param name="Wrong">Why it is shown again; null at first.</param>
    public sealed record Newcomer(string Name, string Host, string Ticket, Said? Wrong) : SignInPage, ITitled, IUnfinished
    {
        /// <summary>What they wished at the door for this browser.</summary>
        public Wishes Wishes { get; init; }

        public Said Title => Said.Of("newcomer.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    /// <summary>Somebody known was vouched for, and has brought something that waits for their passphrase.</summary>
    public sealed record Locked(UnlockPage.Passphrase Asked) : SignInPage, ITitled
    {
        public Said Title => Asked.Title;
    }

    /// <summary>They are to show first that they are a person.</summary>
    public sealed record Human(HumanErrand Errand) : SignInPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("human.title");

        public int Status => 401;
    }

    /// <summary>They came for the first time: their recovery key, shown this once.</summary>
    public sealed record Key(RecoveryKeyPage Shown) : SignInPage, ITitled
    {
        public Said Title => Shown.Title;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : SignInPage, INext;
}
