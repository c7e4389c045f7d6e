using System.IO.Compression;
using System.Text;

namespace Pannier.Mail.Parts;

/// <summary>Looks into gzip (RFC 1952): a tar archive in it is listed, anything else is its one file. What is inflated on the way is thrown away, under a budget.</summary>
internal static class GzipList
{
    private const int Block = 512;

    public static Archive? Read(byte[] octets)
    {
        Stream Inflate() => new BudgetStream(new GZipStream(new MemoryStream(octets, writable: false), CompressionMode.Decompress), Archive.MostOctets, BudgetEnd.IsAFault);

        try
        {
            using var look = Inflate();
            var head = new byte[Block];
            var read = look.ReadAtLeast(head, Block, throwOnEndOfStream: false);
            if (ContentSniffer.Of(head.AsSpan(0, read)) == ContentKind.Tar && TarList.Read(Inflate) is { } tar) return tar;

            var (size, buffer) = ((long)read, new byte[64 * 1024]);
            while (look.Read(buffer, 0, buffer.Length) is > 0 and var more) size += more;
            var name = NameIn(octets);
            return new Archive([new ArchiveEntry(name, size, octets.Length, ArchiveEntry.MarksOf(name))], ArchiveEnd.Whole, _ => Inflate());
        }
        catch (InvalidDataException)
        {
            return null; // damaged, or larger than is looked at: nothing can be said of what is in it
        }
    }

    /// <summary>The name its writer put into the header (§2.3.1).</summary>
    private static string NameIn(ReadOnlySpan<byte> octets)
    {
        const int Header = 10;
        if (octets.Length <= Header || (octets[3] & 8) == 0) return "file";

        var at = Header;
        if ((octets[3] & 4) != 0) at += octets.Length >= at + 2 ? 2 + octets[at] + (octets[at + 1] << 8) : 0;
        if (at >= octets.Length || octets[at..].IndexOf((byte)0) is not (> 0 and <= 1_000 and var end)) return "file";
        return Encoding.Latin1.GetString(octets.Slice(at, end));
    }
}
