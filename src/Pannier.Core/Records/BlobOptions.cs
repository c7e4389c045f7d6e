using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Records;

/// <summary>Room for files of messages being written. Section <c>Blobs</c>.</summary>
public sealed record BlobOptions
{
    /// <summary>Room for one person, in MiB. 16 to 16,384; 256 unless set.</summary>
    [Range(16, 16_384)]
    public int RoomMib { get; init; } = 256;
}
