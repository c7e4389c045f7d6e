using System.IO.Compression;
using System.Text;

namespace Pannier.Tests.Support;

/// <summary>Makes small pictures, with whatever a test wants in them.</summary>
internal static class Raster
{
    public static readonly byte[] PngHead = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A grey PNG that every browser shows.</summary>
    /// <param name="chunks">Put before the pixels.</param>
    public static byte[] Png(int width, int height, params byte[][] chunks)
    {
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var row = 0; row < Math.Min(height, 2_000); row++) zlib.Write(new byte[1 + Math.Min(width, 2_000)]);
        return [.. PngHead, .. PngChunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]), .. chunks.SelectMany(chunk => chunk), .. PngChunk("IDAT", pixels.ToArray()), .. PngChunk("IEND", [])];
    }

    public static byte[] PngChunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. body, .. Big((int)Crc(body))];
    }

    /// <param name="segments">Put behind the start.</param>
    public static byte[] Jpeg(int width, int height, params byte[][] segments) =>
    [
        0xFF, 0xD8, .. segments.SelectMany(one => one), .. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, .. Big16(height), .. Big16(width), 1, 1, 0x11, 0]), .. Segment(0xC4, new byte[19]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, .. Big16(data.Length + 2), .. data];

    public static byte[] Exif(byte turn) =>
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, (byte)'C', (byte)'a', (byte)'m', 0, 0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0, .. "GPS 54.3N"u8,
    ];

    /// <param name="blocks">Put before the frame.</param>
    public static byte[] Gif(int width, int height, params byte[][] blocks) =>
    [
        .. "GIF89a"u8, .. Little16(width), .. Little16(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. blocks.SelectMany(block => block),
        0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, .. Little16(width), .. Little16(height), 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    /// <summary>Lossless, by the simple layout.</summary>
    public static byte[] Webp(int width, int height) => Riff(WebpChunk("VP8L", Lossless(width, height)));

    /// <param name="flags">Of the extended head: 0x08 says EXIF, 0x04 XMP.</param>
    public static byte[] WebpWith(int width, int height, byte flags, params byte[][] chunks) =>
        Riff([.. WebpChunk("VP8X", [flags, 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)]), .. WebpChunk("VP8L", Lossless(width, height)), .. chunks.SelectMany(chunk => chunk)]);

    /// <summary>A picture of frames alone.</summary>
    public static byte[] WebpMoving(int width, int height, params byte[][] frames) =>
        Riff([.. WebpChunk("VP8X", [2, 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)]), .. WebpChunk("ANIM", new byte[6]), .. frames.SelectMany(frame => frame)]);

    /// <param name="left">Even.</param>
    /// <param name="top">Even.</param>
    public static byte[] WebpFrame(int left, int top, int width, int height, params byte[][] before) =>
        WebpChunk("ANMF", [.. Little24(left / 2), .. Little24(top / 2), .. Little24(width - 1), .. Little24(height - 1), 0, 0, 0, 0, .. before.SelectMany(chunk => chunk), .. WebpChunk("VP8L", Lossless(width, height))]);

    public static byte[] WebpChunk(string name, byte[] data) => [.. Encoding.ASCII.GetBytes(name), .. Little(data.Length), .. data, .. new byte[data.Length & 1]];

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks];

    private static byte[] Lossless(int width, int height) => [0x2F, .. Little((width - 1) | ((height - 1) << 14)), 7, 7, 7];

    private static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Big16(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Little(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)(number >> 24)];

    private static byte[] Little16(int number) => [(byte)number, (byte)(number >> 8)];

    private static byte[] Little24(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
