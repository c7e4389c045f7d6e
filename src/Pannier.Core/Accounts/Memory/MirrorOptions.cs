using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Accounts.Memory;

/// <summary>How much memory mirrors may take. Section <c>Mirror</c>.</summary>
public sealed record MirrorOptions
{
    /// <summary>What all people's mirrors together may take, in megabytes; some 300 bytes a message. 64 to 1,000,000; half of what the process may have unless set.</summary>
    [Range(64, 1_000_000)]
    public int? Megabytes { get; init; }

    /// <summary>Bytes all mirrors together may take.</summary>
    public long ToBytes() => Megabytes is { } megabytes ? megabytes * 1_000_000L : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
}
