using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail.OAuth;
using Pannier.Mail.Text;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Says what a provider's sign-in service answered.</summary>
internal static class ProviderWords
{
    private const int Longest = 300;

    public static Said Say(OAuthFault fault, string provider)
    {
        var what = Said.Of("accounts.provider.fault." + Choice.Name(fault.Kind), "provider", provider);
        return (fault.Words ?? fault.Code) is { Length: > 0 } words
            ? Said.Of("accounts.provider.fault.with-words", "what", what).With("words", UntrustedText.Show(words.Length <= Longest ? words : string.Concat(words.AsSpan(0, Longest), "…")))
            : what;
    }

    /// <summary>What came by the browser in place of a code (RFC 6749 §4.1.2.1).</summary>
    public static Said SayReturned(string error, string provider) => error is "access_denied" or "consent_required" or "login_required" or "interaction_required"
        ? Said.Of("accounts.provider.fault.denied", "provider", provider)
        : Said.Of("accounts.provider.fault.with-words", "what", Said.Of("accounts.provider.fault.client-refused", "provider", provider)).With("words", UntrustedText.Show(error.Length <= 100 ? error : error[..100]));
}
