using Pannier.Core;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>The steps of signing in at a provider.</summary>
public abstract record SignInPage
{
    private SignInPage()
    {
    }

    /// <summary>A link to the provider, which the person follows themselves: no form of ours may lead there.</summary>
    public sealed record Go(string Provider, string MailAddress, string ProviderUrl, string Host) : SignInPage, ITitled
    {
        public Said Title => Said.Of("accounts.provider.go.title", "provider", Provider);
    }

    /// <summary>A code to type at the provider.</summary>
    /// <param name="Name">Of the pending sign-in.</param>
    /// <param name="Wrong">Why it is asked again; null at first.</param>
    public sealed record Code(string Provider, string UserCode, string VerifyUrl, string Name, Said? Wrong) : SignInPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("accounts.provider.code.title", "provider", Provider);

        public int Status => Wrong is null ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : SignInPage, INext;
}
