using System.Buffers.Binary;

namespace Pannier.Mail.Pictures;

/// <summary>The one thing kept of EXIF: how the camera was held (tag 0x0112).</summary>
internal static class ExifTurn
{
    private const int Tag = 0x0112;
    private const int Short = 3;
    private const int Entry = 12;

    /// <summary>2 to 8; null when it is upright, or not said readably.</summary>
    /// <param name="data">An APP1 segment behind its length.</param>
    public static byte? Read(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith("Exif\0\0"u8)) return null;

        var tiff = data[6..];
        var isBig = tiff.StartsWith("MM\0*"u8);
        if (tiff.Length < 8 || (!isBig && !tiff.StartsWith("II*\0"u8))) return null;

        var first = isBig ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (first > tiff.Length - 2) return null;

        var entries = tiff[((int)first + 2)..];
        for (var left = Number(tiff[(int)first..], isBig); left > 0 && entries.Length >= Entry; left--, entries = entries[Entry..])
            if (Number(entries, isBig) == Tag)
                return Number(entries[2..], isBig) == Short && Number(entries[8..], isBig) is >= 2 and <= 8 and var turn ? (byte)turn : null;
        return null;
    }

    /// <summary>An APP1 segment, with its length, that says this and nothing else.</summary>
    public static byte[] Segment(byte turn) =>
    [
        0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, Short, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
    ];

    private static int Number(ReadOnlySpan<byte> at, bool isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);
}
