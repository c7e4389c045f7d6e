using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.OAuth;

/// <summary>How a site is registered with one provider.</summary>
/// <remarks>For a provider that comes with Pannier the name and the client id are enough; any other names its issuer (RFC 8414) or its addresses, its scopes and its mail hosts.</remarks>
public sealed record OAuthRegistration
{
    /// <summary><c>google</c>, <c>microsoft</c>, <c>yahoo</c>, <c>fastmail</c>, or a name of your own: lower-case letters, digits and hyphens.</summary>
    [Required]
    public string Name { get; init; } = "";

    /// <summary>What people call it; the name unless set.</summary>
    public string? Label { get; init; }

    /// <summary>What the provider knows this site by.</summary>
    [Required]
    public string ClientId { get; init; } = "";

    /// <summary>The client's secret; better kept in a file. Null where the provider gives none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A file that holds the secret and nothing else.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>The issuer, whose metadata names the addresses: <c>https://login.example.org</c>.</summary>
    public string? Issuer { get; init; }

    public string? AuthorizationEndpoint { get; init; }

    public string? TokenEndpoint { get; init; }

    public string? DeviceEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Mail servers its tokens may go to, and hosts below them.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether a refresh token stays good when another was given for it, so that a copy may be used to count mail while its person is away. Known of Google and Microsoft; of others, no unless set.</summary>
    public bool? RefreshTokensStay { get; init; }
}
