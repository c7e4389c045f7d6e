using System.Buffers.Binary;

namespace Pannier.Mail.Pictures;

/// <summary>PNG and animated PNG (W3C PNG, third edition): chunks that pixels, colour and movement need; texts, times and EXIF go.</summary>
internal static class PngPicture
{
    private const int Frame = 12; // length, type and checksum around a chunk's data
    private const int MostProfile = 64 * 1024; // deflated: what comes of it is bounded with it
    private const int MostMoves = 1_000;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public static RasterPicture? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Signature)) return null;

        using var kept = new MemoryStream(bytes.Length);
        kept.Write(Signature);
        var (width, height, hasPixels) = (0L, 0L, false);
        for (var rest = bytes[Signature.Length..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame) return null;

            var chunk = rest[..(Frame + (int)length)];
            var type = chunk.Slice(4, 4);
            var data = chunk.Slice(8, (int)length);
            rest = rest[chunk.Length..];
            if (type.SequenceEqual("IHDR"u8) != (width == 0)) return null; // the first, and no other
            if (width == 0)
            {
                if (length != 13) return null;
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
                if (!RasterPicture.Fits(width, height)) return null;
            }

            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8))
            {
                if (length != 0 || !hasPixels) return null;
                kept.Write(chunk);
                return new("image/png", (int)width, (int)height, kept.ToArray());
            }

            if (Keeps(type, data, width, height) is not { } keeps) return null;
            if (keeps) kept.Write(chunk);
        }

        return null;
    }

    /// <summary>Null for what no reader may pass over, or what does not fit the picture.</summary>
    private static bool? Keeps(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, long width, long height)
    {
        if (type.SequenceEqual("IHDR"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("fdAT"u8)) return true;
        if (type.SequenceEqual("PLTE"u8)) return data.Length is > 0 and <= 768 ? true : null;
        if (type.SequenceEqual("acTL"u8)) return data.Length == 8 && BinaryPrimitives.ReadUInt32BigEndian(data) <= MostMoves ? true : null;
        if (type.SequenceEqual("fcTL"u8)) return data.Length == 26 && Within(data[4..], data[12..], width) && Within(data[8..], data[16..], height) ? true : null;
        if (type.SequenceEqual("iCCP"u8)) return data.Length <= MostProfile;
        if (type.SequenceEqual("tRNS"u8)) return data.Length <= 256 ? true : null;
        if (type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("cICP"u8) || type.SequenceEqual("sBIT"u8)) return data.Length <= 32;
        return (type[0] & 0x20) != 0 ? false : null; // a capital first letter: critical
    }

    private static bool Within(ReadOnlySpan<byte> size, ReadOnlySpan<byte> offset, long whole) =>
        (long)BinaryPrimitives.ReadUInt32BigEndian(size) + BinaryPrimitives.ReadUInt32BigEndian(offset) <= whole;
}
