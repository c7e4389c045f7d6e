namespace Pannier.Configuration;

/// <summary>A section of the configuration and the record it is bound to.</summary>
internal sealed record BoundSection(string Name, Type Options);
