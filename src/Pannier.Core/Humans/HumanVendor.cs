namespace Pannier.Core.Humans;

/// <summary>A service that tells people from programs: what its page needs and where its answers are verified.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Script">Its script; <c>{key}</c> stands for the site's key.</param>
/// <param name="Field">The form field its script fills in.</param>
/// <param name="CssClass">The class of the element its script looks for; empty where our script asks it.</param>
/// <param name="Verify">Where the site verifies an answer.</param>
/// <param name="Scripts">Sources of its scripts.</param>
/// <param name="Frames">Sources of its frames, and hosts its script asks.</param>
public sealed record HumanVendor(string Name, string Script, string Field, string CssClass, string Verify, string Scripts, string Frames)
{
    /// <summary>The action that a score is asked for and must have been given for.</summary>
    public const string Action = "signin";

    /// <summary>Sources of its styles; null where it brings none.</summary>
    public string? Styles { get; private init; }

    /// <summary>Whether its script keeps to Trusted Types.</summary>
    public bool KeepsTypes { get; private init; }

    private static readonly HumanVendor ReCaptcha2 = new(
        "reCAPTCHA",
        "https://www.google.com/recaptcha/api.js?trustedtypes=true",
        "g-recaptcha-response",
        "g-recaptcha",
        "https://www.google.com/recaptcha/api/siteverify",
        "https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/",
        "https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/")
    {
        KeepsTypes = true,
    };

    private static readonly HumanVendor ReCaptcha3 = ReCaptcha2 with { Script = ReCaptcha2.Script + "&render={key}", CssClass = "" };

    private static readonly HumanVendor Turnstile = new(
        "Turnstile",
        "https://challenges.cloudflare.com/turnstile/v0/api.js",
        "cf-turnstile-response",
        "cf-turnstile",
        "https://challenges.cloudflare.com/turnstile/v0/siteverify",
        "https://challenges.cloudflare.com",
        "https://challenges.cloudflare.com");

    private static readonly HumanVendor HCaptcha = new(
        "hCaptcha",
        "https://js.hcaptcha.com/1/api.js",
        "h-captcha-response",
        "h-captcha",
        "https://api.hcaptcha.com/siteverify",
        "https://hcaptcha.com https://*.hcaptcha.com",
        "https://hcaptcha.com https://*.hcaptcha.com")
    {
        Styles = "https://hcaptcha.com https://*.hcaptcha.com",
    };

    /// <summary>The address of its script, for one site.</summary>
    public string ScriptFor(string siteKey) => Script.Replace("{key}", Uri.EscapeDataString(siteKey), StringComparison.Ordinal);

    /// <summary>The service of a kind; null where there is none.</summary>
    public static HumanVendor? Of(HumanCheckKind kind) => kind switch
    {
        HumanCheckKind.ReCaptcha2 => ReCaptcha2,
        HumanCheckKind.ReCaptcha3 => ReCaptcha3,
        HumanCheckKind.Turnstile => Turnstile,
        HumanCheckKind.HCaptcha => HCaptcha,
        _ => null,
    };
}
