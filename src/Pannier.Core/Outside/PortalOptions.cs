using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Outside;

/// <summary>The portal that sends people here with a signed token, when <c>SignIn:Backend</c> is Portal (section <c>Portal</c>); docs/SIGNIN.md is the guide.</summary>
public sealed record PortalOptions : IValidatableObject
{
    private const int ShortestKey = 32;

    /// <summary>What the portal calls itself in its tokens (<c>iss</c>), as in <c>https://portal.example.org</c>. Needed with <c>SignIn:Backend</c> Portal.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Issuer { get; init; }

    /// <summary>What its tokens call this site (<c>aud</c>). The first of <c>Site:PublicOrigins</c> unless set.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Audience { get; init; }

    /// <summary>The key that both sign with (HMAC-SHA-256), as text of at least 32 characters; best kept in a file of the secrets directory, <c>Portal__Key</c>. Needed with <c>SignIn:Backend</c> Portal.</summary>
    public string? Key { get; init; }

    /// <summary>Where people go to be sent here, for a link at the door: an https address. None unless set.</summary>
    public string? Address { get; init; }

    /// <summary>Says at start what is missing or contradicts; nothing is needed while there is no key and no issuer.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Key is null && Issuer is null && Audience is null && Address is null) yield break;
        if (Issuer is null) yield return new("Portal:Issuer: say what the portal calls itself in its tokens.", [nameof(Issuer)]);
        if (Key is not { Length: >= ShortestKey }) yield return new($"Portal:Key: at least {ShortestKey} characters, as 'openssl rand -base64 33' prints them.", [nameof(Key)]);
        if (Address is not null && (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)) yield return new($"Portal:Address: \"{Address}\" is not an https address.", [nameof(Address)]);
    }
}
