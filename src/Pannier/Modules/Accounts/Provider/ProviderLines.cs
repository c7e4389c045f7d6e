using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Tells how the site's registrations are, from its own configuration; one of them may be asked about at the provider.</summary>
internal sealed class ProviderLines(OAuthProviders providers, OAuthClient client, IOptions<SiteOptions> site)
{
    /// <param name="asked">The provider to ask; null for none.</param>
    public async Task<ProvidersPage> ShowAsync(OAuthProvider? asked, CancellationToken cancellation)
    {
        var lines = new List<ProviderLine>();
        foreach (var provider in providers.All)
            lines.Add(Line(provider, [.. Lacks(provider), .. provider == asked ? [await AskAsync(provider, cancellation)] : Array.Empty<Said>()]));
        return new ProvidersPage(CallBack.Of(site.Value).AbsoluteUri, lines, [.. OAuthPresets.All.Where(preset => providers.Find(preset.Name) is null).Select(preset => preset.Label)], Wrong());
    }

    private static ProviderLine Line(OAuthProvider provider, IReadOnlyList<Said> found) =>
        new(provider.Name, provider.Label, provider.ClientId, string.Join(' ', provider.Scopes), string.Join(' ', provider.Hosts.Select(host => host.Value)), found);

    private static Said[] Lacks(OAuthProvider provider) =>
        provider.ClientSecret is null && OAuthPresets.Find(provider.Name) is { NeedsSecret: true } ? [Said.Of("accounts.providers.no-secret", "provider", provider.Label)] : [];

    private Said[] Wrong() =>
    [
        .. CallBack.Of(site.Value) is { Scheme: "http", IsLoopback: false } ? [Said.Of("accounts.providers.not-https")] : Array.Empty<Said>(),
        .. site.Value.PublicOrigins.Count > 1 ? [Said.Of("accounts.providers.one-origin", "origin", site.Value.PublicOrigins[0])] : Array.Empty<Said>(),
    ];

    /// <summary>Shows the token endpoint a code that is none: how it refuses that tells whether it knows the client.</summary>
    private async Task<Said> AskAsync(OAuthProvider provider, CancellationToken cancellation)
    {
        try
        {
            await client.ServerAsync(provider, cancellation);
            using var code = Secret.Of("pannier-checks-its-registration");
            using var verifier = Secret.Of(new string('x', 43));
            using var tokens = await client.ExchangeAsync(provider, code, verifier, CallBack.Of(site.Value), null, cancellation);
            return Said.Of("accounts.providers.unclear", "provider", provider.Label);
        }
        catch (OAuthFault fault) when (fault.Kind == OAuthFaultKind.Lapsed)
        {
            return Said.Of("accounts.providers.fine", "provider", provider.Label);
        }
        catch (OAuthFault fault) when (fault.Code == "invalid_request")
        {
            return Said.Of("accounts.providers.unclear", "provider", provider.Label);
        }
        catch (OAuthFault fault)
        {
            return ProviderWords.Say(fault, provider.Label).AsTrouble();
        }
    }
}
