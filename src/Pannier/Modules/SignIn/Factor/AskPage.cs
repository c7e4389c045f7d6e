using Pannier.Core;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>The second factor is asked for, or was right.</summary>
public abstract record AskPage
{
    private AskPage()
    {
    }

    /// <param name="HasApp">Whether there is an authenticator app to take a code from; a recovery code is taken in any case.</param>
    /// <param name="HasPasskeys">Whether there is a passkey that works here.</param>
    public sealed record Form(string Name, LocalUrl? NextUrl, bool HasApp, bool HasPasskeys) : AskPage, ITitled, IUnfinished
    {
        /// <summary>Why it is shown again; null at first.</summary>
        public Said? Wrong { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of("factors.ask.title");

        public int Status => HasToWait ? 429 : Wrong is null ? 200 : 401;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : AskPage, INext;
}
