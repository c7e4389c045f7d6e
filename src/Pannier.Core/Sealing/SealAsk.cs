using System.Buffers.Text;

namespace Pannier.Core.Sealing;

/// <summary>What a page sends to get a sealed answer: the public half of its key, a dot, and a number used once; both in base64url.</summary>
/// <remarks>In the header <c>Pannier-Seal</c>, or for the stream of events, where no header can be set, in a field.</remarks>
public sealed record SealAsk
{
    /// <summary>An uncompressed point of P-256 (SEC 1 §2.3.3): 4, x, y.</summary>
    internal const int PointSize = 65;

    private const int NonceSize = 16;

    private SealAsk(byte[] point, string nonce) => (Point, Nonce) = (point, nonce);

    /// <summary>Null when it is none. Whether the point is on the curve is told when a key is agreed.</summary>
    public static SealAsk? Read(string text) =>
        text.Length <= 128
        && text.Split('.') is [var half, var nonce]
        && Base64Url.IsValid(half, out var size) && size == PointSize
        && Base64Url.IsValid(nonce, out var length) && length == NonceSize
        && Base64Url.DecodeFromChars(half) is [4, ..] point
            ? new(point, nonce)
            : null;

    internal byte[] Point { get; }

    internal string Nonce { get; }
}
