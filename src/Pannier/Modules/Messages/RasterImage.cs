namespace Pannier.Modules.Messages;

/// <summary>Tells raster images by their first bytes; nothing is decoded and no declared type is believed.</summary>
internal static class RasterImage
{
    /// <summary>The media type, or null when it is none of PNG, JPEG, GIF, WebP, BMP or AVIF.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : bytes.StartsWith("BM"u8) ? "image/bmp"
        : bytes.Length > 12 && bytes[4..].StartsWith("ftypavif"u8) ? "image/avif"
        : null;
}
