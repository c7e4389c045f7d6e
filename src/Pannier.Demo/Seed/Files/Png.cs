using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pannier.Demo.Seed.Files;

/// <summary>Small pictures of sea and sky, drawn here: RGB, 8 bits, no interlace.</summary>
internal static class Png
{
    private static readonly byte[] _signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A sun over waves; the key decides colours, sun and swell.</summary>
    public static byte[] Seascape(string key, int width, int height)
    {
        var pixels = new byte[height * (1 + width * 3)];
        var warm = Mixer.Below(120, key, 1);
        double sunX = width * (20 + Mixer.Below(60, key, 2)) / 100.0, sunY = height * (15 + Mixer.Below(25, key, 3)) / 100.0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = y * (1 + width * 3) + 1 + x * 3;
                var horizon = height * 0.6 + Math.Sin(x * 0.08) * 2;
                var sun = (x - sunX) * (x - sunX) + (y - sunY) * (y - sunY) < height * height / 60.0;
                var wave = (int)(18 * Math.Sin(x * 0.15 + y * 0.9));
                (pixels[at], pixels[at + 1], pixels[at + 2]) = y < horizon
                    ? sun ? ((byte)255, (byte)236, (byte)170) : ((byte)(130 + warm), (byte)(170 + y * 40 / height), (byte)(235 - warm / 2))
                    : ((byte)(24 + wave / 3 + 18), (byte)(90 + wave), (byte)(130 + wave));
            }
        }
        return Encode(width, height, pixels);
    }

    /// <summary>One colour, for logos and lines.</summary>
    public static byte[] Swatch(byte red, byte green, byte blue, int width, int height)
    {
        var pixels = new byte[height * (1 + width * 3)];
        for (var at = 0; at < pixels.Length; at++)
            pixels[at] = at % (1 + width * 3) is 0 ? (byte)0 : ((at % (1 + width * 3) - 1) % 3) switch { 0 => red, 1 => green, _ => blue };
        return Encode(width, height, pixels);
    }

    private static byte[] Encode(int width, int height, byte[] pixels)
    {
        using var png = new MemoryStream();
        png.Write(_signature);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        (head[8], head[9], head[10], head[11], head[12]) = (8, 2, 0, 0, 0);
        Chunk(png, "IHDR", head);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(pixels);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, ReadOnlySpan<byte> content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(body));
        png.Write(number);
    }
}
