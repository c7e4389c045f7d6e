using Pannier.Core;
using Pannier.Modules.Factors;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>The first second factor of somebody who has to have one: set up between password and mail.</summary>
public abstract record FirstPage
{
    private FirstPage()
    {
    }

    /// <summary>A passkey or an app?</summary>
    /// <param name="PasskeyName">As typed; empty at first.</param>
    /// <param name="Wrong">About the passkey; null when nothing is wrong.</param>
    public sealed record Choose(string Name, LocalUrl? NextUrl, string PasskeyName, Said? Wrong) : FirstPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("first.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    /// <summary>The new secret, to be taken into an authenticator app.</summary>
    public sealed record App(SecretText Secret, LocalUrl? NextUrl, Said? Wrong) : FirstPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("first.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    /// <summary>Set up, and signed in; the recovery codes, shown this once.</summary>
    public sealed record Codes(IReadOnlyList<string> All, LocalUrl NextUrl) : FirstPage, ITitled
    {
        public Said Title => Said.Of("factors.codes.title");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : FirstPage, INext;
}
