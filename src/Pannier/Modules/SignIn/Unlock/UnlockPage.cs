using Pannier.Core;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Unlock;

/// <summary>The unlocking form, or what it led to.</summary>
public abstract record UnlockPage
{
    private UnlockPage()
    {
    }

    public sealed record Form(string Name, Said? Wrong) : UnlockPage, ITitled, IUnfinished
    {
        public bool HasToWait { get; init; }

        /// <summary>Whether the password is kept elsewhere and was changed there.</summary>
        public bool IsOutside { get; init; }

        /// <summary>Whether the present password could not be checked.</summary>
        public bool IsUnavailable { get; init; }

        public Said Title => Said.Of("unlock.title");

        public int Status => HasToWait ? 429 : IsUnavailable ? 503 : Wrong is null ? 200 : 422;
    }

    /// <summary>Somebody was vouched for; what opens their data is a passphrase of their own, or the recovery key, which sets another.</summary>
    /// <param name="Host">Who vouches for them.</param>
    public sealed record Passphrase(string Name, string Host, LocalUrl? NextUrl) : UnlockPage, ITitled, IUnfinished
    {
        /// <summary>What was sent when one had been signed out; null for nothing.</summary>
        public Parcel? Carried { get; init; }

        /// <summary>Whether there is no passphrase: the site opened the data by its own key, and does so no more.</summary>
        public bool HasNone { get; init; }

        /// <summary>About the passphrase; null when nothing is wrong.</summary>
        public Said? Wrong { get; init; }

        /// <summary>About the recovery key or the new passphrase.</summary>
        public Said? KeyWrong { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of("passphrase.title");

        public int Status => HasToWait ? 429 : Wrong is null && KeyWrong is null ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : UnlockPage, INext;

    public sealed record Key(RecoveryKeyPage Shown) : UnlockPage, ITitled
    {
        public Said Title => Shown.Title;
    }
}
