namespace Pannier.Configuration;

/// <summary>Where the program keeps what lasts. Section <c>Data</c>.</summary>
public sealed record DataOptions
{
    /// <summary>The data directory; made with mode 0700. <c>/var/lib/pannier</c> unless set.</summary>
    public string Directory { get; init; } = "/var/lib/pannier";
}
