using System.Buffers.Binary;

namespace Pannier.Mail.Pictures;

/// <summary>GIF 87a and 89a: palettes, frames, their timing and the loop; comments, texts and other programs' blocks go.</summary>
internal static class GifPicture
{
    private const int MostFrames = 1_000;

    public static RasterPicture? Read(ReadOnlySpan<byte> bytes)
    {
        if (!(bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) || bytes.Length < 14) return null;

        int width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var rest = bytes[13..];
        if (!RasterPicture.Fits(width, height) || !TakePalette(bytes[10], ref rest)) return null;

        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..(bytes.Length - rest.Length)]);
        ReadOnlySpan<byte> timing = [];
        for (var frames = 0; !rest.IsEmpty;)
        {
            var block = rest;
            switch (block)
            {
                case [0x3B, ..]:
                    kept.WriteByte(0x3B); // what follows is not the picture's
                    return frames > 0 ? new("image/gif", width, height, kept.ToArray()) : null;
                case [0x2C, _, _, _, _, _, _, _, _, _, ..]:
                    if (++frames > MostFrames || !RasterPicture.Fits(BinaryPrimitives.ReadUInt16LittleEndian(block[5..]), BinaryPrimitives.ReadUInt16LittleEndian(block[7..]))) return null;
                    rest = block[10..];
                    if (!TakePalette(block[9], ref rest) || rest.IsEmpty) return null;
                    rest = rest[1..]; // the size of codes
                    if (!TakeSubBlocks(ref rest)) return null;
                    kept.Write(timing);
                    kept.Write(block[..(block.Length - rest.Length)]);
                    timing = [];
                    break;
                case [0x21, 0xF9, 4, _, _, _, _, 0, ..]:
                    timing = block[..8];
                    rest = block[8..];
                    break;
                case [0x21, 0xFF, 11, ..] when block.Length >= 19 && IsLoop(block):
                    kept.Write(block[..19]);
                    rest = block[19..];
                    break;
                case [0x21, var label, ..] when label != 0xF9:
                    if (label == 0x01) timing = []; // it was the text's
                    rest = block[2..];
                    if (!TakeSubBlocks(ref rest)) return null;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsLoop(ReadOnlySpan<byte> block) =>
        (block[3..14].SequenceEqual("NETSCAPE2.0"u8) || block[3..14].SequenceEqual("ANIMEXTS1.0"u8)) && block[14] == 3 && block[15] == 1 && block[18] == 0;

    private static bool TakePalette(byte flags, ref ReadOnlySpan<byte> rest)
    {
        var size = (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        if (size > rest.Length) return false;

        rest = rest[size..];
        return true;
    }

    private static bool TakeSubBlocks(ref ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            var length = rest[0];
            if (length >= rest.Length) return false;

            rest = rest[(length + 1)..];
            if (length == 0) return true;
        }

        return false;
    }
}
