using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.OAuth;

/// <summary>Providers whose accounts are signed in to on the provider's own page (section <c>OAuth</c>); docs/OAUTH.md is the guide.</summary>
public sealed record OAuthOptions : IValidatableObject
{
    /// <summary>The providers this site is registered with. Each has <c>Name</c>, <c>ClientId</c>, and <c>ClientSecret</c> or <c>ClientSecretFile</c>; one that does not come with Pannier also <c>Issuer</c> or its endpoints, <c>Scopes</c> and <c>Hosts</c>. None unless set.</summary>
    public IReadOnlyList<OAuthRegistration> Providers { get; init; } = [];

    /// <summary>Says which provider cannot be used, at start.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var one in Providers)
            if (OAuthProviders.Wrong(one) is { } wrong) yield return new($"OAuth:Providers: \"{one.Name}\" {wrong}.", [nameof(Providers)]);
        foreach (var twice in Providers.GroupBy(one => one.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new($"OAuth:Providers: \"{twice.Key}\" is there twice.", [nameof(Providers)]);
    }
}
