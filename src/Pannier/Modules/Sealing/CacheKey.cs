namespace Pannier.Modules.Sealing;

/// <summary>The key of what a tab keeps, the same for all tabs of a session.</summary>
/// <param name="Value">32 octets in base64url.</param>
public sealed record CacheKey(string Value);
