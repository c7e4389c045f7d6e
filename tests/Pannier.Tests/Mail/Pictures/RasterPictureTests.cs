using System.Text;
using Pannier.Mail.Pictures;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Pictures;

public sealed class RasterPictureTests
{
    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "image/png", Raster.Png(20, 10) },
        { "image/jpeg", Raster.Jpeg(20, 10) },
        { "image/gif", Raster.Gif(20, 10) },
        { "image/webp", Raster.Webp(20, 10) },
        { "image/webp", Raster.WebpWith(20, 10, 0) },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Tells_type_and_size_by_the_octets_and_keeps_a_plain_picture_as_it_is(string type, byte[] bytes)
    {
        var picture = RasterPicture.Read(bytes);

        Assert.Equal((type, 20, 10), (picture?.MediaType, picture?.Width, picture?.Height));
        Assert.Equal(bytes, picture!.Bytes.ToArray());
        Assert.False(picture.IsDot);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Leaves_out_what_follows_the_end(string type, byte[] bytes)
    {
        var picture = RasterPicture.Read([.. bytes, .. "PK\x03\x04<script>alert(1)</script>"u8]);

        Assert.Equal(type, picture?.MediaType);
        Assert.Equal(bytes, picture!.Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Refuses_one_that_is_cut_off_anywhere(string type, byte[] bytes)
    {
        Assert.NotEmpty(type);
        for (var length = 0; length < bytes.Length - 1; length++) Assert.Null(RasterPicture.Read(bytes.AsSpan(0, length)));
    }

    public static TheoryData<string, byte[], int> Speaking => new()
    {
        { "PNG text", Raster.Png(4, 4, Raster.PngChunk("tEXt", "Comment\0secret place"u8.ToArray())), Raster.Png(4, 4).Length },
        { "PNG EXIF", Raster.Png(4, 4, Raster.PngChunk("eXIf", "secret"u8.ToArray()), Raster.PngChunk("tIME", new byte[7])), Raster.Png(4, 4).Length },
        { "PNG of a program's own", Raster.Png(4, 4, Raster.PngChunk("prVW", "secret"u8.ToArray())), Raster.Png(4, 4).Length },
        { "JPEG EXIF", Raster.Jpeg(4, 4, Raster.Segment(0xE1, [.. Raster.Exif(1), .. "secret"u8])), Raster.Jpeg(4, 4).Length },
        { "JPEG XMP", Raster.Jpeg(4, 4, Raster.Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0secret"u8.ToArray())), Raster.Jpeg(4, 4).Length },
        { "JPEG comment", Raster.Jpeg(4, 4, Raster.Segment(0xFE, "secret"u8.ToArray()), Raster.Segment(0xED, "secret"u8.ToArray())), Raster.Jpeg(4, 4).Length },
        { "JPEG thumbnail", Raster.Jpeg(4, 4, Raster.Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, .. "secret"u8])), Raster.Jpeg(4, 4).Length + 18 },
        { "GIF comment", Raster.Gif(4, 4, [0x21, 0xFE, 6, .. "secret"u8, 0]), Raster.Gif(4, 4).Length },
        { "GIF XMP", Raster.Gif(4, 4, [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 6, .. "secret"u8, 0]), Raster.Gif(4, 4).Length },
        { "GIF text", Raster.Gif(4, 4, [0x21, 0x01, 12, .. "0123456789ab"u8, 6, .. "secret"u8, 0]), Raster.Gif(4, 4).Length },
        { "WebP EXIF and XMP", Raster.WebpWith(4, 4, 0x0C, Raster.WebpChunk("EXIF", "secret"u8.ToArray()), Raster.WebpChunk("XMP ", "secret!"u8.ToArray())), Raster.WebpWith(4, 4, 0).Length },
    };

    [Theory]
    [MemberData(nameof(Speaking))]
    public void Leaves_out_what_tells_of_people_places_and_programs(string what, byte[] bytes, int length)
    {
        Assert.Contains("secret", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);

        var picture = RasterPicture.Read(bytes);

        Assert.NotNull(picture);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(picture.Bytes.Span), StringComparison.Ordinal);
        Assert.True(length == picture.Bytes.Length, what);
    }

    [Fact]
    public void A_moving_WebP_keeps_its_frames_and_nothing_beside_their_pixels()
    {
        var read = RasterPicture.Read(Raster.WebpMoving(20, 10, Raster.WebpFrame(4, 2, 8, 6, Raster.WebpChunk("ALPH", [1, 2, 3])), Raster.WebpFrame(0, 0, 20, 10, Raster.WebpChunk("XMP ", "secret"u8.ToArray()))));

        Assert.Equal(("image/webp", 20, 10), (read?.MediaType, read?.Width, read?.Height));
        var kept = System.Text.Encoding.Latin1.GetString(read!.Bytes.Span); // not null, as seen above
        Assert.Equal((2, 1, 0), (kept.Split("ANMF").Length - 1, kept.Split("ALPH").Length - 1, kept.Split("secret").Length - 1));
        Assert.Equal(read.Bytes.ToArray(), RasterPicture.Read(read.Bytes.Span)?.Bytes.ToArray());
    }

    [Fact]
    public void A_frame_that_does_not_fit_its_picture_is_refused()
    {
        Assert.Null(RasterPicture.Read(Raster.WebpMoving(20, 10, Raster.WebpFrame(14, 0, 8, 6))));
        Assert.Null(RasterPicture.Read(Raster.WebpMoving(20, 10, Raster.WebpChunk("ANMF", new byte[10]))));
        Assert.Null(RasterPicture.Read(Raster.WebpMoving(20, 10, Raster.WebpFrame(0, 0, 8, 6, Raster.WebpFrame(0, 0, 8, 6)[8..]))));
        Assert.Null(RasterPicture.Read(Raster.WebpMoving(20, 10)));
    }

    [Fact]
    public void A_photograph_keeps_its_turning_and_nothing_else_of_what_the_camera_wrote()
    {
        var picture = RasterPicture.Read(Raster.Jpeg(4, 4, Raster.Segment(0xE1, Raster.Exif(6)), Raster.Segment(0xE1, Raster.Exif(3))));

        var text = Encoding.Latin1.GetString(picture!.Bytes.Span);
        Assert.Equal(2, text.Split("Exif").Length);
        Assert.Equal((byte)6, ExifTurn.Read(picture.Bytes.Span[6..]));
        Assert.DoesNotContain("Cam", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_what_colour_and_movement_need()
    {
        byte[][] pictures =
        [
            Raster.Png(4, 4, Raster.PngChunk("gAMA", new byte[4]), Raster.PngChunk("iCCP", new byte[40]), Raster.PngChunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])),
            Raster.Jpeg(4, 4, Raster.Segment(0xE2, "ICC_PROFILE\0\x01\x01profile"u8.ToArray()), Raster.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1])),
            Raster.Gif(4, 4, [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]),
            Raster.WebpWith(4, 4, 0x20, Raster.WebpChunk("ICCP", new byte[40])),
        ];

        foreach (var bytes in pictures.Take(3)) Assert.Equal(bytes, RasterPicture.Read(bytes)?.Bytes.ToArray());
        Assert.Equal(pictures[3].Length, RasterPicture.Read(pictures[3])?.Bytes.Length);
    }

    public static TheoryData<byte[]> Bombs => new((byte[][])
    [
        Raster.Png(50_000, 50_000),
        Raster.Png(16_383, 16_383),
        Raster.Png(-1, 4),
        Raster.Png(0, 4),
        Raster.Jpeg(65_535, 65_535),
        Raster.Jpeg(4, 0),
        Raster.Gif(65_535, 65_535),
        Raster.Webp(16_384, 16_384),
        Raster.WebpWith(1 << 24, 1 << 24, 0),
        Raster.Png(4, 4, Raster.PngChunk("acTL", [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])),
        Raster.Png(4, 4, Raster.PngChunk("fcTL", [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, .. new byte[14]])),
        Raster.Gif(4, 4, [0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 2, 0x44, 1, 0]), // a frame beyond the picture
    ]);

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Refuses_what_would_be_too_large_when_it_is_decoded(byte[] bytes) => Assert.Null(RasterPicture.Read(bytes));

    public static TheoryData<byte[]> Others => new((byte[][])
    [
        [],
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(),
        "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        "<?xml version=\"1.0\"?><svg/>"u8.ToArray(),
        "BM\0\0\0\0"u8.ToArray(),
        [0, 0, 0, 1, 0, 1],
        "%PDF-1.7"u8.ToArray(),
        [0, 0, 0, 0x20, .. "ftypavif\0\0\0\0"u8],
        "GIF89a=alert(1)/*\u00FF\u00FE*/;"u8.ToArray(), // a picture to those who look at six octets, a script to others
        [.. "GIF89a"u8, 4, 0, 4, 0, 0, 0, 0, .. "<script>alert(1)</script>"u8],
        [.. Raster.PngHead, .. "<script>alert(1)</script>"u8],
        [.. Raster.PngHead, .. Raster.PngChunk("IDAT", [1, 2, 3]), .. Raster.PngChunk("IEND", [])],
        Raster.Png(4, 4, Raster.PngChunk("ABCD", [1])), // critical, and of no standard
        [0xFF, 0xD8, 0xFF, 0xD9],
        Raster.Jpeg(4, 4, Raster.Segment(0xC9, new byte[9])), // arithmetic coding
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 1],
        [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8],
        Raster.WebpWith(4, 4, 0, Raster.WebpChunk("VP8L", [0x2F, 0xFF, 0xFF, 0xFF, 0xFF])), // a second picture
    ]);

    [Theory]
    [MemberData(nameof(Others))]
    public void Refuses_all_else_whatever_it_calls_itself(byte[] bytes) => Assert.Null(RasterPicture.Read(bytes));

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(600, 1, true)]
    [InlineData(2, 2, false)]
    public void A_single_pixel_is_a_dot(int width, int height, bool dot) => Assert.Equal(dot, RasterPicture.Read(Raster.Png(width, height))?.IsDot);
}
