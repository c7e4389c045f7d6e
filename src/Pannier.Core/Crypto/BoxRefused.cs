namespace Pannier.Core.Crypto;

/// <summary>A box did not open: changed, moved, or sealed with another key. It stays as it is; nothing is written over it.</summary>
public sealed class BoxRefused(string kind) : Exception($"a box of kind {kind} did not open");
