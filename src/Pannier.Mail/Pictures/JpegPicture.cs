using System.Buffers.Binary;

namespace Pannier.Mail.Pictures;

/// <summary>
/// JPEG (ITU-T T.81), baseline and progressive. Of application segments those stay that colour needs (JFIF without its thumbnail, ICC,
/// Adobe), and of EXIF the turning alone, written anew: without it a photograph would lie on its side.
/// </summary>
internal static class JpegPicture
{
    private const int MostScans = 100; // each is decoded over the whole picture

    public static RasterPicture? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, ..]) return null;

        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..2]);
        var (width, height, scans, turned) = (0, 0, 0, false);
        for (var rest = bytes[2..]; ReadMarker(ref rest) is { } marker;)
        {
            if (marker == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                return scans > 0 ? new("image/jpeg", width, height, kept.ToArray()) : null;
            }

            if (!HasSegment(marker) || rest.Length < 2) return null;

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length < 2 || length > rest.Length) return null;

            var segment = rest[..length];
            rest = rest[length..];
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    if (width != 0 || length < 8) return null;
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
                    if (!RasterPicture.Fits(width, height)) return null;
                    Write(kept, marker, segment);
                    break;
                case 0xDA:
                    if (width == 0 || ++scans > MostScans) return null;
                    Write(kept, marker, segment);
                    var end = EndOfScan(rest);
                    kept.Write(rest[..end]);
                    rest = rest[end..];
                    break;
                case 0xC4 or 0xDB or 0xDD:
                    Write(kept, marker, segment);
                    break;
                case 0xE0 when segment[2..].StartsWith("JFIF\0"u8) && length >= 14:
                    Write(kept, marker, [0, 16, .. segment[2..14], 0, 0]);
                    break;
                case 0xE1 when !turned && ExifTurn.Read(segment[2..]) is { } turn:
                    turned = true;
                    Write(kept, marker, ExifTurn.Segment(turn));
                    break;
                case 0xE2 when segment[2..].StartsWith("ICC_PROFILE\0"u8):
                    Write(kept, marker, segment);
                    break;
                case 0xEE when segment[2..].StartsWith("Adobe"u8) && length >= 14:
                    Write(kept, marker, [0, 14, .. segment[2..14]]);
                    break;
            }
        }

        return null;
    }

    /// <summary>Null where none stands.</summary>
    private static byte? ReadMarker(ref ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length && rest[at] == 0xFF) at++;
        if (at == 0 || at == rest.Length) return null;

        var marker = rest[at];
        rest = rest[(at + 1)..];
        return marker;
    }

    /// <summary>Tables, one frame, scans, application data and comments; no arithmetic coding, no hierarchy, nothing reserved.</summary>
    private static bool HasSegment(byte marker) => marker is 0xC0 or 0xC1 or 0xC2 or 0xC4 or 0xDA or 0xDB or 0xDD or (>= 0xE0 and <= 0xEF) or 0xFE;

    /// <summary>Where the coded data ends: at a marker that is neither a stuffed octet nor a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
            if (data[at] == 0xFF && data[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        return data.Length;
    }

    private static void Write(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        kept.Write([0xFF, marker]);
        kept.Write(segment);
    }
}
