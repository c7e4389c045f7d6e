namespace Pannier.Core.Operating;

/// <summary>How the site is now, in numbers: nothing in it is anybody's.</summary>
public sealed record SiteState
{
    /// <summary>When this process began.</summary>
    public required DateTimeOffset Since { get; init; }

    public required int People { get; init; }

    /// <summary>People who are signed in at this process.</summary>
    public required int SignedIn { get; init; }

    /// <summary>Octets the process takes.</summary>
    public required long Memory { get; init; }

    /// <summary>Octets of it that mirrors take.</summary>
    public required long Mirrors { get; init; }

    /// <summary>Octets mirrors may take.</summary>
    public required long MirrorBudget { get; init; }

    /// <summary>Octets of the database.</summary>
    public required long Database { get; init; }

    /// <summary>Octets left where it lies.</summary>
    public required long Free { get; init; }

    /// <summary>Accounts and neighbourhoods of addresses whose next try has to wait.</summary>
    public required int Waiting { get; init; }

    /// <summary>Failed tries of all people within ten minutes.</summary>
    public required long Failures { get; init; }
}
