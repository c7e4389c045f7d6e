namespace Pannier.Bench;

/// <summary>What was measured at one size; milliseconds p50 / p95 / p99.</summary>
internal sealed record GrowthColumn(int Messages)
{
    public double BytesEach { get; init; }

    public string Page { get; init; } = "";

    public string Deep { get; init; } = "";

    public string Unread { get; init; } = "";

    public string BySubject { get; init; } = "";

    public string Conversations { get; init; } = "";

    public string Search { get; init; } = "";

    public string Flags { get; init; } = "";
}
