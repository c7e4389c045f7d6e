namespace Pannier.Core.Records;

/// <summary>A record as stored.</summary>
internal sealed class RecordRow
{
    public const string Columns = "id AS Id, version AS Version, schema_version AS SchemaVersion, box AS Box";

    public string Id { get; init; } = "";

    public long Version { get; init; }

    public long SchemaVersion { get; init; }

    public byte[] Box { get; init; } = [];
}
