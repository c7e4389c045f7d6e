namespace Pannier.Mail.OAuth;

/// <summary>A provider many people have, as data: a site adds its client id and nothing else.</summary>
/// <param name="Name">What the configuration calls it, lower case.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Scopes">What is asked for, and no more.</param>
/// <param name="Hosts">Mail servers its tokens may go to, and hosts below them.</param>
/// <param name="Also">Further parameters of the authorization request.</param>
/// <param name="NeedsSecret">Whether it gives web applications a secret that must be sent.</param>
public sealed record OAuthPreset(
    string Name, string Label, OAuthServer Server, IReadOnlyList<string> Scopes, IReadOnlyList<string> Hosts, IReadOnlyDictionary<string, string> Also, bool NeedsSecret)
{
    /// <inheritdoc cref="OAuthProvider.RefreshStays"/>
    public bool RefreshStays { get; init; }
}
