using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Humans;

/// <summary>When and how visitors show that they are people before a password is looked at (section <c>HumanCheck</c>); docs/SIGNIN.md is the guide.</summary>
public sealed record HumanCheckOptions : IValidatableObject
{
    /// <summary>None; proof of work, which asks nobody outside; or a service: ReCaptcha2, ReCaptcha3, Turnstile, HCaptcha. Proof of work unless set.</summary>
    public HumanCheckKind Kind { get; init; } = HumanCheckKind.ProofOfWork;

    /// <summary>Failed tries in one account after which the check is asked for; three times as many from one neighbourhood of addresses. 0 asks always. 0 to 1,000; unless set 8 with proof of work, else 0.</summary>
    [Range(0, 1000)]
    public int? AfterTries { get; init; }

    /// <summary>The service's key for this site, which stands in the page. Needed with a service.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? SiteKey { get; init; }

    /// <summary>The service's secret; best kept in a file of the secrets directory, <c>HumanCheck__SecretKey</c>. Needed with a service.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? SecretKey { get; init; }

    /// <summary>ReCaptcha3's score from which on a visitor passes. 0 to 1; 0.5 unless set.</summary>
    [Range(0.0, 1.0)]
    public double LeastScore { get; init; } = 0.5;

    /// <summary>Where answers are verified, where it is not the service's own address. The service's unless set.</summary>
    public string? VerifyUrl { get; init; }

    /// <summary>Proof of work: how much, as bits; one more doubles it. 1 to 16; 8 unless set, which is about a second.</summary>
    [Range(1, 16)]
    public int WorkBits { get; init; } = 8;

    /// <summary>Proof of work: how long somebody waits whose browser runs no script. 1 second to 10 minutes; 20 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan WaitWithoutScript { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Tries that one passed check is good for, within half an hour. 1 to 100; 5 unless set.</summary>
    [Range(1, 100)]
    public int TriesEach { get; init; } = 5;

    internal int After => AfterTries ?? (Kind == HumanCheckKind.ProofOfWork ? 8 : 0);

    /// <summary>Says at start what is missing or contradicts.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HumanVendor.Of(Kind) is null)
        {
            if ((SiteKey ?? SecretKey ?? VerifyUrl) is not null) yield return new("HumanCheck: SiteKey, SecretKey and VerifyUrl are for a service: set HumanCheck:Kind to ReCaptcha2, ReCaptcha3, Turnstile or HCaptcha, or leave them out.");
            yield break;
        }

        if (SiteKey is null || SecretKey is null) yield return new($"HumanCheck: {Kind} needs SiteKey and SecretKey, as the service gives them for this site.");
        if (VerifyUrl is not null && !Uri.TryCreate(VerifyUrl, UriKind.Absolute, out _)) yield return new("HumanCheck:VerifyUrl is no address.", [nameof(VerifyUrl)]);
    }
}
