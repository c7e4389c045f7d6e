using Pannier.Core;
using Pannier.Core.Operating;

namespace Pannier.Modules.Operating;

/// <summary>How the site is, and its rules as they are set.</summary>
/// <param name="Rules">Each a whole sentence.</param>
public sealed record SitePage(SiteState State, string Version, IReadOnlyList<Said> Rules) : ITitled
{
    private const long MiB = 1024 * 1024;

    public Said Title => Said.Of("site.title");

    /// <summary>What there is to be done; null when all is well.</summary>
    public Said? Trouble => State switch
    {
        { Free: < 1024 * MiB } => Said.Of("site.trouble.room", "left", Size(State.Free)),
        _ when State.Mirrors > State.MirrorBudget => Said.Of("site.trouble.memory", "budget", Size(State.MirrorBudget)),
        _ => null,
    };

    public Said Memory => Said.Of("site.memory.how", "all", Size(State.Memory)).With("mirrors", Size(State.Mirrors)).With("budget", Size(State.MirrorBudget));

    public Said Database => Said.Of("site.database.how", "size", Size(State.Database)).With("left", Size(State.Free));

    /// <summary>Octets as people read them.</summary>
    private static string Size(long octets) => octets >= 1024 * MiB
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{octets / (1024.0 * MiB):0.0} GiB")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Max(1, octets / MiB)} MiB");
}
