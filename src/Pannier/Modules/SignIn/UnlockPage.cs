using Pannier.Core;

namespace Pannier.Modules.SignIn;

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

    public sealed record Done(LocalUrl Next, Said? Notice) : UnlockPage, INext;

    public sealed record Key(RecoveryKeyPage Shown) : UnlockPage, ITitled
    {
        public Said Title => Shown.Title;
    }
}
