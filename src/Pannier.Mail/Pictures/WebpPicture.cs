using System.Buffers.Binary;

namespace Pannier.Mail.Pictures;

/// <summary>WebP (RFC 9649): pixels, transparency, colour profile and movement; EXIF, XMP and unknown chunks go.</summary>
internal static class WebpPicture
{
    private const int Head = 8; // a chunk's name and length
    private const int MostFrames = 1_000;
    private const byte ExifAndXmp = 0x0C;

    public static RasterPicture? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8)) return null;

        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (length < 4 || length > bytes.Length - Head) return null;

        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..12]);
        var (width, height, frames, pictures) = (0L, 0L, 0, 0);
        for (var rest = bytes[12..(Head + (int)length)]; !rest.IsEmpty;)
        {
            if (TakeChunk(ref rest) is not { IsEmpty: false } chunk) return null;

            var data = DataOf(chunk);
            if (chunk.StartsWith("VP8X"u8))
            {
                if (width != 0 || data.Length != 10) return null;
                (width, height) = (1 + Three(data[4..]), 1 + Three(data[7..]));
                if (!RasterPicture.Fits(width, height)) return null;
                kept.Write([.. chunk[..Head], (byte)(data[0] & ~ExifAndXmp), .. data[1..]]);
            }
            else if (SizeOf(chunk) is { } size)
            {
                if (pictures++ > 0 || frames > 0 || (width != 0 && (size.Width, size.Height) != (width, height)) || !RasterPicture.Fits(size.Width, size.Height)) return null;
                (width, height) = size;
                kept.Write(chunk);
            }
            else if (IsPicture(chunk) || (width == 0 && !chunk.StartsWith("ALPH"u8)))
            {
                return null; // pixels of no size, or something before them
            }
            else if (chunk.StartsWith("ANMF"u8))
            {
                if (pictures > 0 || ++frames > MostFrames || Frame(data, width, height) is not { } frame) return null;
                Write(kept, "ANMF"u8, frame);
            }
            else if (chunk.StartsWith("ICCP"u8) || chunk.StartsWith("ALPH"u8) || (chunk.StartsWith("ANIM"u8) && data.Length == 6))
            {
                kept.Write(chunk);
            }
        }

        if (pictures + frames == 0) return null;

        var whole = kept.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - Head);
        return new("image/webp", (int)width, (int)height, whole);
    }

    /// <summary>A frame of a moving picture without what is not pixels; null when it does not fit.</summary>
    private static byte[]? Frame(ReadOnlySpan<byte> data, long width, long height)
    {
        if (data.Length < 16) return null;

        var (left, top, wide, high) = (2 * Three(data), 2 * Three(data[3..]), 1 + Three(data[6..]), 1 + Three(data[9..]));
        if (left + wide > width || top + high > height) return null;

        using var kept = new MemoryStream(data.Length);
        kept.Write(data[..16]);
        var pictures = 0;
        for (var rest = data[16..]; !rest.IsEmpty;)
        {
            if (TakeChunk(ref rest) is not { IsEmpty: false } chunk) return null;

            var size = SizeOf(chunk);
            if (IsPicture(chunk) && (size is null || (size.Value.Width, size.Value.Height) != (wide, high) || pictures++ > 0)) return null;
            if (IsPicture(chunk) || chunk.StartsWith("ALPH"u8)) kept.Write(chunk);
        }

        return pictures == 1 ? kept.ToArray() : null;
    }

    private static bool IsPicture(ReadOnlySpan<byte> chunk) => chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8);

    /// <summary>Of a chunk with pixels; null for any other, and when it does not say.</summary>
    private static (long Width, long Height)? SizeOf(ReadOnlySpan<byte> chunk)
    {
        var data = DataOf(chunk);
        if (chunk.StartsWith("VP8 "u8) && data.Length >= 10 && data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        if (!chunk.StartsWith("VP8L"u8) || data.Length < 5 || data[0] != 0x2F) return null;

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return (1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
    }

    /// <summary>A chunk with its head and padding; empty when it is cut off.</summary>
    private static ReadOnlySpan<byte> TakeChunk(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < Head) return [];

        var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
        var padded = length + (length & 1L);
        if (padded > rest.Length - Head) return [];

        var chunk = rest[..(Head + (int)padded)];
        rest = rest[chunk.Length..];
        return chunk;
    }

    private static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> chunk) => chunk.Slice(Head, BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]));

    private static void Write(MemoryStream kept, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        kept.Write(name);
        kept.Write(length);
        kept.Write(data);
        if ((data.Length & 1) != 0) kept.WriteByte(0);
    }

    private static long Three(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
