using System.Globalization;
using System.Text;

namespace Pannier.Mail.Parts;

/// <summary>Reads the headers of a tar archive (POSIX.1-2017, pax, and GNU's long names); contents are passed over.</summary>
internal static class TarList
{
    private const int Block = 512;
    private const int MostName = 64 * 1024;

    /// <param name="open">The archive from its start, each time it is called; its reading may end early, as a budget's does.</param>
    public static Archive? Read(Func<Stream> open)
    {
        var entries = new List<ArchiveEntry>();
        var places = new List<(long At, long Size)>();
        using var stream = open();
        var (end, at, longName) = (ArchiveEnd.Damaged, 0L, (string?)null);
        var header = new byte[Block];
        try
        {
            while (true)
            {
                if (stream.ReadAtLeast(header, Block, throwOnEndOfStream: false) < Block)
                {
                    end = ArchiveEnd.Damaged;
                    break;
                }

                at += Block;
                if (header.AsSpan().IndexOfAnyExcept((byte)0) < 0)
                {
                    end = ArchiveEnd.Whole;
                    break;
                }

                if (Number(header.AsSpan(124, 12)) is not { } size || !IsSound(header)) break;
                if (entries.Count == Archive.Most)
                {
                    end = ArchiveEnd.Cut;
                    break;
                }

                var kind = (char)header[156];
                var padded = size > long.MaxValue - Block ? size : (size + Block - 1) / Block * Block;
                if (kind is 'L' or 'x' && size <= MostName)
                {
                    var told = new byte[(int)padded];
                    stream.ReadExactly(told);
                    longName = kind == 'L' ? Text(told.AsSpan(0, (int)size)) : PaxName(told.AsSpan(0, (int)size)) ?? longName;
                }
                else
                {
                    if (kind is not ('g' or 'K' or 'x' or 'L'))
                    {
                        var name = longName ?? Name(header);
                        var marks = ArchiveEntry.MarksOf(name) | (kind switch { '\0' or '0' or '7' => EntryMark.None, '5' => EntryMark.Directory, _ => EntryMark.NotAFile });
                        entries.Add(new ArchiveEntry(name, size, null, marks));
                        places.Add((at, size));
                        longName = null;
                    }

                    Skip(stream, padded);
                }

                at += padded;
            }
        }
        catch (EndOfStreamException)
        {
            end = ArchiveEnd.Damaged;
        }
        catch (InvalidDataException)
        {
            end = stream is BudgetStream { IsSpent: true } ? ArchiveEnd.Cut : ArchiveEnd.Damaged;
        }

        return entries.Count == 0 && end != ArchiveEnd.Whole ? null : new Archive(entries, end, number => Open(open, places[number].At, places[number].Size));
    }

    private static Stream Open(Func<Stream> open, long at, long size)
    {
        var stream = open();
        try
        {
            Skip(stream, at);
        }
        catch (EndOfStreamException)
        {
            stream.Dispose();
            throw new InvalidDataException();
        }

        return new BudgetStream(stream, size, BudgetEnd.IsTheEnd);
    }

    private static void Skip(Stream stream, long octets)
    {
        if (stream.CanSeek)
        {
            if (octets > stream.Length - stream.Position) throw new EndOfStreamException();
            stream.Position += octets;
            return;
        }

        var buffer = new byte[16 * 1024];
        while (octets > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, octets));
            if (read == 0) throw new EndOfStreamException();
            octets -= read;
        }
    }

    /// <summary>The sum of all octets, its own field as blanks.</summary>
    private static bool IsSound(ReadOnlySpan<byte> header)
    {
        var sum = 8 * ' ';
        for (var i = 0; i < Block; i++) sum += i is >= 148 and < 156 ? 0 : header[i];
        return Number(header.Slice(148, 8)) == sum;
    }

    /// <summary>Octal, or binary where the first bit is set; null when it is no number or too large.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        var value = 0L;
        if ((field[0] & 0x80) != 0)
        {
            foreach (var octet in field[1..])
            {
                if (value > long.MaxValue >> 9) return null;
                value = (value << 8) | octet;
            }

            return value;
        }

        var text = Encoding.Latin1.GetString(field).Trim(' ', '\0');
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7') return null;
            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }

    private static string Name(ReadOnlySpan<byte> header)
    {
        var name = Text(header[..100]);
        var prefix = header[257..].StartsWith("ustar\0"u8) ? Text(header.Slice(345, 155)) : "";
        return prefix.Length == 0 ? name : prefix + "/" + name;
    }

    private static string? PaxName(ReadOnlySpan<byte> records)
    {
        foreach (var line in Text(records).Split('\n'))
            if (line.Split(' ', 2) is [var length, var record] && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out _) && record.StartsWith("path=", StringComparison.Ordinal))
                return record["path=".Length..];
        return null;
    }

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.UTF8.GetString(octets.IndexOf((byte)0) is >= 0 and var end ? octets[..end] : octets);
}
