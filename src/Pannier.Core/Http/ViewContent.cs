namespace Pannier.Core.Http;

/// <summary>What a view box held.</summary>
public sealed record ViewContent(string MediaType, ReadOnlyMemory<byte> Bytes);
