namespace Pannier.Mail.OAuth;

/// <summary>A provider this site is registered with.</summary>
/// <param name="Server">Null when its issuer has to be asked.</param>
/// <param name="Issuer">Null when the server's addresses are given.</param>
/// <param name="ClientSecret">Null when it gave none.</param>
/// <param name="Hosts">Mail servers its tokens may go to, and hosts below them.</param>
public sealed record OAuthProvider(
    string Name,
    string Label,
    string ClientId,
    Secret? ClientSecret,
    Uri? Issuer,
    OAuthServer? Server,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<HostName> Hosts,
    IReadOnlyDictionary<string, string> Also)
{
    /// <summary>Whom a token is for. One given by another server, or to another client, is never sent here.</summary>
    public string Authority => $"{Issuer?.AbsoluteUri ?? Server?.Token.GetLeftPart(UriPartial.Path)} {ClientId}";

    /// <summary>Whether a refresh token stays good when another was given for it. Where not, or it is not known, a copy must never be used: the provider would take back the person's consent.</summary>
    public bool RefreshStays { get; init; }

    public bool Serves(HostName host) => Hosts.Any(one => host.IsWithin(one.Value));
}
