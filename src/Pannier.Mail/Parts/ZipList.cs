using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pannier.Mail.Parts;

/// <summary>Reads a zip archive's central directory (APPNOTE 6.3.10 §4.3.12) and nothing else, so that no claim of it costs more than its own octets.</summary>
internal static class ZipList
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LocalSize = 30;
    private const int MostComment = ushort.MaxValue;
    private const int MostWide = 4 * 1024;
    private const ushort InUtf8 = 1 << 11;
    private const ushort UnderPassword = 1;
    private const int UnixLink = 0xA;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The archive; null when it has no directory.</summary>
    public static Archive? Read(byte[] octets)
    {
        if (Find(octets) is not var (start, shift)) return null;

        var entries = new List<ArchiveEntry>();
        var places = new List<Place>();
        var (at, end) = (start, ArchiveEnd.Damaged);
        ReadOnlySpan<byte> span = octets;
        while (true)
        {
            if (at + EntrySize > span.Length || !span[(int)at..].StartsWith("PK\x01\x02"u8))
            {
                if (at + 4 <= span.Length && (span[(int)at..].StartsWith("PK\x05\x06"u8) || span[(int)at..].StartsWith("PK\x06\x06"u8) || span[(int)at..].StartsWith("PK\x05\x05"u8))) end = ArchiveEnd.Whole;
                break;
            }

            if (entries.Count == Archive.Most)
            {
                end = ArchiveEnd.Cut;
                break;
            }

            var entry = span[(int)at..];
            var (nameSize, extraSize, commentSize) = (Short(entry, 28), Short(entry, 30), Short(entry, 32));
            if (at + EntrySize + nameSize + extraSize > span.Length) break;

            Add(entry, entry.Slice(EntrySize, nameSize), entry.Slice(EntrySize + nameSize, extraSize), shift, entries, places);
            at += EntrySize + nameSize + extraSize + commentSize;
        }

        return new Archive(entries, end, number => Open(octets, places[number]));
    }

    private static void Add(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long shift, List<ArchiveEntry> entries, List<Place> places)
    {
        var flags = Short(entry, 8);
        long size = Int(entry, 24), packed = Int(entry, 20), local = Int(entry, 42);
        Widen(extra, ref size, ref packed, ref local);
        var text = Text(name, flags);
        var unix = entry[5] == 3 ? (int)(Int(entry, 38) >> 28) : 0; // made by: Unix; the mode's type
        entries.Add(new ArchiveEntry(
            text,
            size,
            packed,
            ArchiveEntry.MarksOf(text) | ((flags & UnderPassword) != 0 ? EntryMark.Encrypted : EntryMark.None) | (unix == UnixLink ? EntryMark.NotAFile : EntryMark.None)));
        places.Add(new Place(local + shift, packed, Short(entry, 10)));
    }

    /// <summary>Where the directory begins, and how far all places are shifted by what stands before the archive; null when there is none.</summary>
    private static (long Start, long Shift)? Find(ReadOnlySpan<byte> octets)
    {
        var from = Math.Max(0, octets.Length - EndSize - MostComment);
        for (var tail = octets[from..]; tail.LastIndexOf("PK\x05\x06"u8) is >= 0 and var at; tail = tail[..at])
        {
            var place = from + at;
            if (place + EndSize > octets.Length) continue;

            long size = Int(octets, place + 12), offset = Int(octets, place + 16), endsAt = place;
            if (size == uint.MaxValue || offset == uint.MaxValue || Short(octets, place + 10) == ushort.MaxValue) Widen(octets, place, ref size, ref offset, ref endsAt);
            if (size >= 0 && size <= endsAt && (size == 0 || octets[(int)(endsAt - size)..].StartsWith("PK\x01\x02"u8))) return (endsAt - size, endsAt - size - offset);
        }

        return null;
    }

    /// <summary>Zip64 (§4.3.14): the wide record stands before its locator, which stands before the end.</summary>
    private static void Widen(ReadOnlySpan<byte> octets, int place, ref long size, ref long offset, ref long endsAt)
    {
        if (place < 20 || !octets[(place - 20)..].StartsWith("PK\x06\x07"u8)) return;

        // Close before it, or nowhere: many ends that all ask for a search through everything would cost more than they are.
        var from = Math.Max(0, place - 20 - MostWide);
        var wide = from + octets[from..(place - 20)].LastIndexOf("PK\x06\x06"u8);
        if (wide < from || wide + 56 > octets.Length) return;

        (size, offset, endsAt) = (Long(octets, wide + 40), Long(octets, wide + 48), wide);
    }

    private static void Widen(ReadOnlySpan<byte> extra, ref long size, ref long packed, ref long local)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (Short(extra, 0), Short(extra, 2));
            if (4 + length > extra.Length) return;

            var field = extra.Slice(4, length);
            extra = extra[(4 + length)..];
            if (id != 1) continue;
            if (size == uint.MaxValue) size = Take(ref field);
            if (packed == uint.MaxValue) packed = Take(ref field);
            if (local == uint.MaxValue) local = Take(ref field);
        }
    }

    private static long Take(ref ReadOnlySpan<byte> field)
    {
        if (field.Length < 8) return uint.MaxValue;

        var value = Math.Max(0, Long(field, 0));
        field = field[8..];
        return value;
    }

    private static Stream Open(byte[] octets, Place place)
    {
        ReadOnlySpan<byte> span = octets;
        if (place.Local < 0 || place.Local + LocalSize > span.Length || !span[(int)place.Local..].StartsWith("PK\x03\x04"u8)) throw new InvalidDataException();

        var start = place.Local + LocalSize + Short(span, (int)place.Local + 26) + Short(span, (int)place.Local + 28);
        if (start > span.Length || place.Packed > span.Length - start) throw new InvalidDataException();

        var packed = new MemoryStream(octets, (int)start, (int)place.Packed, writable: false);
        return place.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new InvalidDataException(),
        };
    }

    private static string Text(ReadOnlySpan<byte> name, ushort flags)
    {
        try
        {
            return Strict.GetString(name); // many programs write UTF-8 and do not say so
        }
        catch (DecoderFallbackException)
        {
            return ((flags & InUtf8) != 0 ? Encoding.UTF8 : Encoding.GetEncoding(437)).GetString(name);
        }
    }

    private static ushort Short(ReadOnlySpan<byte> octets, int at) => BinaryPrimitives.ReadUInt16LittleEndian(octets[at..]);

    private static uint Int(ReadOnlySpan<byte> octets, int at) => BinaryPrimitives.ReadUInt32LittleEndian(octets[at..]);

    private static long Long(ReadOnlySpan<byte> octets, int at) => BinaryPrimitives.ReadInt64LittleEndian(octets[at..]);

    private sealed record Place(long Local, long Packed, ushort Method);
}
