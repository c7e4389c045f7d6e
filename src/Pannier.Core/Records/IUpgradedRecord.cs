using System.Text.Json.Nodes;

namespace Pannier.Core.Records;

/// <summary>A record type whose stored form has changed: it reads its older ones.</summary>
public interface IUpgradedRecord
{
    /// <summary>Makes of a stored record what today's type reads; it is stored anew when it is next put.</summary>
    /// <param name="stored">As it was written.</param>
    /// <param name="schemaVersion">By which; lower than today's.</param>
    static abstract JsonNode Upgrade(JsonNode stored, int schemaVersion);
}
