namespace Pannier.Core.Http.Carrying;

/// <summary>A field of a carried form, as it was sent.</summary>
public sealed record CarriedField(string Name, string Value);
