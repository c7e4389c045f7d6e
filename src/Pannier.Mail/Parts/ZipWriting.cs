using System.Globalization;
using System.IO.Compression;
using System.Text;
using Pannier.Mail.Text;

namespace Pannier.Mail.Parts;

/// <summary>Writes files into one zip archive as they come: nothing is held but a buffer, nothing touches the disk.</summary>
public static class ZipWriting
{
    /// <summary>
    /// Writes them in order, each under a name that is safe on any system and given once. A file that fails ends it, and the archive
    /// stays without its directory, so that no program takes it for whole.
    /// </summary>
    public static async Task WriteAsync(IAsyncEnumerable<ZipItem> items, Stream to, CancellationToken cancellation)
    {
        var settling = new SettlingStream(to);
        var archive = await ZipArchive.CreateAsync(settling, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            var entry = archive.CreateEntry(Unique(FileName.Safe(item.Name).Value, names), CompressionLevel.Fastest);
            entry.LastWriteTime = item.Time.Year is >= 1980 and <= 2107 ? item.Time : new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // all that the format can say
            await using var content = await entry.OpenAsync(cancellation);
            await item.WriteAsync(content, cancellation);
        }

        await archive.DisposeAsync(); // writes the directory; not reached when something failed
        await settling.FlushAsync(cancellation);
    }

    /// <summary>The name, with a number before its ending when another file has it already, in any case of letters.</summary>
    private static string Unique(string name, HashSet<string> names)
    {
        if (names.Add(name)) return name;

        var dot = name.LastIndexOf('.') is > 0 and var found ? found : name.Length;
        for (var number = 2; ; number++)
        {
            var other = string.Create(CultureInfo.InvariantCulture, $"{name[..dot]} ({number}){name[dot..]}");
            if (names.Add(other)) return other;
        }
    }
}
