using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Outside.OpenId;

/// <summary>The identity provider that people sign in at, when <c>SignIn:Backend</c> is OpenId (OpenID Connect, section <c>OpenId</c>); docs/SIGNIN.md is the guide.</summary>
public sealed record OpenIdOptions : IValidatableObject
{
    /// <summary>The provider's name for itself, whose metadata tells the rest: <c>https://login.example.org</c>. Needed with <c>SignIn:Backend</c> OpenId.</summary>
    public string? Issuer { get; init; }

    /// <summary>What the provider knows this site by. Needed with <c>SignIn:Backend</c> OpenId.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? ClientId { get; init; }

    /// <summary>The client's secret; best kept in a file of the secrets directory, <c>OpenId__ClientSecret</c>. None where the provider gives none.</summary>
    [StringLength(500, MinimumLength = 1)]
    public string? ClientSecret { get; init; }

    /// <summary>The claim with a person's name here. With <c>email</c> the provider has to say that it is verified. <c>preferred_username</c> unless set.</summary>
    [StringLength(60, MinimumLength = 1)]
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>What is asked for beside <c>openid</c>. <c>profile</c> and <c>email</c> unless set.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Says at start what is missing or contradicts; nothing is needed while there is no issuer.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Issuer is null && ClientId is null && ClientSecret is null) yield break;
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var issuer) || (issuer.Scheme != Uri.UriSchemeHttps && issuer.Scheme != Uri.UriSchemeHttp) || issuer is not { UserInfo: "", Query: "", Fragment: "" })
            yield return new("OpenId:Issuer: give the provider's name for itself, as in https://login.example.org.", [nameof(Issuer)]);
        if (ClientId is null) yield return new("OpenId:ClientId: say what the provider knows this site by.", [nameof(ClientId)]);
    }
}
