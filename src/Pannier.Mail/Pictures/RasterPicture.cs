namespace Pannier.Mail.Pictures;

/// <summary>
/// A stranger's picture as it may be shown: what it is by its own octets, how large, and nothing in it but pixels, colour, turning and
/// movement. No pixel is decoded here; a browser's sandbox does that.
/// </summary>
/// <param name="MediaType">PNG, JPEG, GIF or WebP.</param>
/// <param name="Width">Pixels, before a turn.</param>
/// <param name="Height">Pixels, before a turn.</param>
/// <param name="Bytes">Rebuilt: what names a place, a camera, a person or a program is left out, and so is all that follows the picture's end.</param>
public sealed record RasterPicture(string MediaType, int Width, int Height, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The longest side, in pixels.</summary>
    public const int MostSide = 16_383;

    /// <summary>A picture of four octets a pixel takes 128 MB of the browser at this.</summary>
    public const int MostPixels = 32_000_000;

    /// <summary>Whether a side is a single pixel or none: it shows nothing, and was sent to be counted or to keep a gap.</summary>
    public bool IsDot => Width < 2 || Height < 2;

    /// <summary>Reads one; null for any other type, for what is malformed, and for what would be too large once it is decoded. No declared type is asked.</summary>
    public static RasterPicture? Read(ReadOnlySpan<byte> bytes) =>
        PngPicture.Read(bytes) ?? JpegPicture.Read(bytes) ?? GifPicture.Read(bytes) ?? WebpPicture.Read(bytes);

    internal static bool Fits(long width, long height) => width is > 0 and <= MostSide && height is > 0 and <= MostSide && width * height <= MostPixels;
}
