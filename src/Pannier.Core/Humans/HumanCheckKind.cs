namespace Pannier.Core.Humans;

/// <summary>How somebody shows that a person signs in, not a program that tries passwords.</summary>
public enum HumanCheckKind
{
    None,

    /// <summary>The browser spends about a second of computing. Nobody outside is asked.</summary>
    ProofOfWork,

    /// <summary>Google's check box.</summary>
    ReCaptcha2,

    /// <summary>Google's score, without a box.</summary>
    ReCaptcha3,

    /// <summary>Cloudflare's.</summary>
    Turnstile,
    HCaptcha,
}
