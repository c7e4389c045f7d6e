namespace Pannier.Core.Records;

/// <summary>A record as stored.</summary>
internal sealed class RecordRow
{
    public string Id { get; init; } = "";

    public long Version { get; init; }

    public byte[] Box { get; init; } = [];
}
