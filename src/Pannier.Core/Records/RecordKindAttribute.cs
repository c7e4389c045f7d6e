namespace Pannier.Core.Records;

/// <summary>Names a record type in the database, for ever: renaming the class must not lose what was stored.</summary>
/// <param name="kind">Lower case.</param>
/// <param name="schemaVersion">Raised when a stored one would be read wrongly.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordKindAttribute(string kind, int schemaVersion) : Attribute
{
    public string Kind => kind;

    public int SchemaVersion => schemaVersion;

    /// <summary>Whether who stores one waits for it, and it is not for long: it is committed without waiting for the disk.</summary>
    public bool IsPassing { get; init; }
}
