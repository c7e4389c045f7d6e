namespace Pannier.Core.Http;

/// <summary>A field the route could not take.</summary>
public sealed record FieldFault(string Name, FieldFaultKind Kind);
