namespace Pannier.Core.Views;

/// <summary>A file of the site's own, by path and SHA-384.</summary>
public sealed record Asset(string Path, string Integrity);
