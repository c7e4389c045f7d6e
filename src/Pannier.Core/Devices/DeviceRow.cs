namespace Pannier.Core.Devices;

/// <summary>A device's row. Times are seconds since 1970.</summary>
internal sealed class DeviceRow
{
    public byte[] Hash { get; init; } = [];

    public long CreatedAt { get; init; }

    public long UsedAt { get; init; }

    /// <summary>Sealed with the person's data key.</summary>
    public byte[] About { get; init; } = [];
}
