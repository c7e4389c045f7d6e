using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Archives of any octets: listed, and each entry taken out, within the budgets, or refused.</summary>
internal sealed class Archives : IFuzzTarget
{
    private static readonly ContentKind[] Kinds = [ContentKind.Zip, ContentKind.Tar, ContentKind.Gzip];

    public IReadOnlyList<string> Samples { get; } =
    [
        Encoding.Latin1.GetString(ZipPackage.Of(("a.txt", "first"u8.ToArray()), ("b/c.txt", new byte[500]))),
        Encoding.Latin1.GetString(Tar()),
        Encoding.Latin1.GetString(Gzip(Tar())),
        Encoding.Latin1.GetString(Gzip("a log"u8.ToArray())),
    ];

    public IReadOnlyList<string> Words { get; } = ["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0006\u0007", "\u00FF\u00FF\u00FF\u00FF", "\0\0\0\0\0\0\0\0", "\u0001\0\u0018\0", "ustar\0", "L", "x", "77777777777\0", "\u0080\0\0\0", "../../"];

    public async Task TryAsync(byte[] input)
    {
        var octets = Encoding.Latin1.GetBytes(IFuzzTarget.Text(input));
        foreach (var kind in Kinds)
        {
            if (Archive.Read(octets, kind) is not { } archive) continue;

            Assert.InRange(archive.Entries.Count, 0, Archive.Most);
            for (var number = 1; number <= Math.Min(archive.Entries.Count, 20); number++)
            {
                if (!archive.CanTake(number)) continue;
                try
                {
                    await archive.CopyAsync(archive.Pieces[number - 1], Stream.Null, Archive.MostOctets, TestContext.Current.CancellationToken);
                }
                catch (PartFault)
                {
                    // said to the person
                }
            }
        }
    }

    private static byte[] Tar()
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(stream, System.Formats.Tar.TarEntryFormat.Pax, leaveOpen: true))
            writer.WriteEntry(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "a.txt") { DataStream = new MemoryStream("text"u8.ToArray()) });
        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] octets)
    {
        using var stream = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(octets);
        return stream.ToArray();
    }
}
