using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Throttling;

/// <summary>How often a password, a recovery key or a code may be tried. Section <c>Throttle</c>.</summary>
public sealed record ThrottleOptions
{
    /// <summary>Failures in one account that cost nothing; each one more doubles the wait, from 2 seconds on. 3 to 100; 5 unless set.</summary>
    [Range(3, 100)]
    public int FreeTries { get; init; } = 5;

    /// <summary>The same for all tries from one neighbourhood of addresses (/24, or /48 of IPv6), whoever they are for. 10 to 10,000; 30 unless set.</summary>
    [Range(10, 10_000)]
    public int FreeTriesFromAddress { get; init; } = 30;

    /// <summary>The same for all tries that are checked by one host outside (section <c>SignIn</c>), whoever they are for and from; the wait is at most 10 seconds there. 10 to 10,000; 100 unless set.</summary>
    [Range(10, 10_000)]
    public int FreeTriesAtHost { get; init; } = 100;

    /// <summary>Failures of all people together within ten minutes above which the check that a person signs in (section <c>HumanCheck</c>) is asked of everybody; nobody is refused for it. 20 to 1,000,000; 200 unless set.</summary>
    [Range(20, 1_000_000)]
    public int FreeTriesAtSite { get; init; } = 200;

    /// <summary>The longest wait between two tries. 10 seconds to 1 hour; 15 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(15);
}
