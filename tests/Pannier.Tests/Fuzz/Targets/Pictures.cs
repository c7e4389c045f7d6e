using System.Text;
using Pannier.Mail.Pictures;
using Pannier.Tests.Support;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Strangers' pictures: what comes out is a picture of bounded size that reads as itself, and holds no word of those that were cut.</summary>
internal sealed class Pictures : IFuzzTarget
{
    // One character an octet: what is changed on the way stays octets.
    public IReadOnlyList<string> Samples { get; } =
    [
        .. new[]
        {
            Raster.Png(5, 3, Raster.PngChunk("tEXt", "a\0secret"u8.ToArray()), Raster.PngChunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0])),
            Raster.Jpeg(5, 3, Raster.Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]), Raster.Segment(0xE1, Raster.Exif(6)), Raster.Segment(0xFE, "secret"u8.ToArray())),
            Raster.Gif(5, 3, [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0], [0x21, 0xFE, 6, .. "secret"u8, 0]),
            Raster.Webp(5, 3),
            Raster.WebpWith(5, 3, 0x0C, Raster.WebpChunk("EXIF", "secret"u8.ToArray())),
            Raster.WebpWith(5, 3, 0x02, Raster.WebpChunk("ANIM", new byte[6]), Raster.WebpChunk("ANMF", new byte[40])),
        }.Select(Encoding.Latin1.GetString),
    ];

    public IReadOnlyList<string> Words { get; } =
        ["IHDR", "IDAT", "IEND", "PLTE", "fcTL", "\u00FF\u00D8", "\u00FF\u00D9", "\u00FF\u00DA", "\u00FF\u00C0", "\u00FF\u00E1", "Exif\0\0", "MM\0*", "II*\0", "GIF89a", "!\u00F9", "!\u00FE", ",", ";", "RIFF", "WEBP", "VP8X", "VP8L", "VP8 ", "ALPH", "ANMF", "\u00FF\u00FF\u00FF\u00FF", "\0\0\0\0"];

    public Task TryAsync(byte[] input)
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(input));
        if (RasterPicture.Read(bytes) is not { } picture) return Task.CompletedTask;

        Assert.True(RasterPicture.Fits(picture.Width, picture.Height));
        Assert.InRange(picture.Bytes.Length, 20, bytes.Length + 40);
        var again = RasterPicture.Read(picture.Bytes.Span);
        Assert.Equal((picture.MediaType, picture.Width, picture.Height), (again?.MediaType, again?.Width, again?.Height));
        Assert.True(picture.Bytes.Span.SequenceEqual(again!.Bytes.Span), "it reads as itself");
        return Task.CompletedTask;
    }
}
