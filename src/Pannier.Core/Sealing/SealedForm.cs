using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Pannier.Core.Sealing;

/// <summary>What is inside a sealed answer: one octet with the number of zeros after it, those, then compressed (RFC 1951) a line of JSON and the body.</summary>
/// <remarks>The zeros bring the length to a multiple of <see cref="Step"/>, so that it tells less of what compresses well (ADR 11).</remarks>
internal static class SealedForm
{
    public const int Step = 128;

    /// <param name="type">The body's own content type.</param>
    /// <param name="next">Where the page goes on; null for nowhere.</param>
    public static byte[] Write(string type, string? next, string body)
    {
        using var bytes = new MemoryStream();
        using (var packed = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Head(type, next));
            packed.Write("\n"u8);
            packed.Write(Encoding.UTF8.GetBytes(body));
        }

        var zeros = Step - 1 - (int)(bytes.Length % Step);
        return [(byte)zeros, .. new byte[zeros], .. bytes.ToArray()];
    }

    private static byte[] Head(string type, string? next)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            if (next is not null) json.WriteString("next", next);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
