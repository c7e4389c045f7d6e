namespace Pannier.Core.Records;

/// <summary>A record as read.</summary>
/// <param name="Version">Rises with each change; from 1.</param>
public sealed record Record<T>(string Id, long Version, T Value)
    where T : class;
