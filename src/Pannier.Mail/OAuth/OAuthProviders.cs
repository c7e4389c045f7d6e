namespace Pannier.Mail.OAuth;

/// <summary>The providers a site is registered with.</summary>
public sealed class OAuthProviders
{
    /// <exception cref="IOException">A secret's file cannot be read.</exception>
    public OAuthProviders(OAuthOptions options) => All = [.. options.Providers.Select(Make)];

    public IReadOnlyList<OAuthProvider> All { get; }

    /// <summary>Null when the site is registered with none of this name.</summary>
    public OAuthProvider? Find(string name) => All.FirstOrDefault(provider => provider.Name == name);

    /// <summary>Whose both servers are; null when no provider's.</summary>
    public OAuthProvider? For(HostName imap, HostName smtp) => All.FirstOrDefault(provider => provider.Serves(imap) && provider.Serves(smtp));

    /// <summary>What is wrong with a registration, as the end of a sentence; null when nothing.</summary>
    internal static string? Wrong(OAuthRegistration one)
    {
        if (one.Name.Length == 0 || one.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')) return "is no name: lower-case letters, digits and hyphens";
        if (one.ClientId.Length == 0) return "has no ClientId";
        if (one.ClientSecret is not null && one.ClientSecretFile is not null) return "has ClientSecret and ClientSecretFile; one is enough";
        if (one.ClientSecretFile is { } file && !File.Exists(file)) return $"names a ClientSecretFile that is not there: {file}";
        foreach (var text in (string?[])[one.Issuer, one.AuthorizationEndpoint, one.TokenEndpoint, one.DeviceEndpoint, one.RevocationEndpoint])
            if (text is not null && Address(text) is null) return $"has an address that is not one: {text}";
        if (one.Hosts.FirstOrDefault(host => HostName.Read(host) is null) is { } wrong) return $"names a host that is not one: {wrong}";
        if (OAuthPresets.Find(one.Name) is not null) return null;
        if (one.Issuer is null && (one.AuthorizationEndpoint is null || one.TokenEndpoint is null)) return "does not come with Pannier: give its Issuer, or its AuthorizationEndpoint and TokenEndpoint";
        if (one.Scopes.Count == 0) return "does not come with Pannier: give its Scopes";
        return one.Hosts.Count == 0 ? "does not come with Pannier: give the Hosts of its mail servers" : null;
    }

    private static OAuthProvider Make(OAuthRegistration one)
    {
        var preset = OAuthPresets.Find(one.Name);
        var given = one is { AuthorizationEndpoint: { } authorize, TokenEndpoint: { } token }
            ? new OAuthServer(one.Issuer, new Uri(authorize), new Uri(token), Maybe(one.DeviceEndpoint), Maybe(one.RevocationEndpoint))
            : null;
        return new(
            one.Name,
            one.Label ?? preset?.Label ?? one.Name,
            one.ClientId,
            one.ClientSecretFile is { } file ? Secret.Of(File.ReadAllText(file).Trim()) : one.ClientSecret is { } secret ? Secret.Of(secret) : null,
            Maybe(one.Issuer),
            given ?? (one.Issuer is null ? preset?.Server : null),
            one.Scopes.Count > 0 ? one.Scopes : preset?.Scopes ?? [],
            [.. (one.Hosts.Count > 0 ? one.Hosts : preset?.Hosts ?? []).Select(HostName.Read).OfType<HostName>()],
            preset?.Also ?? new Dictionary<string, string>())
        {
            RefreshStays = one.RefreshTokensStay ?? given is null && one.Issuer is null && preset is { RefreshStays: true },
        };
    }

    private static Uri? Maybe(string? text) => text is null ? null : Address(text);

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address is { UserInfo: "", Fragment: "" } ? address : null;
}
