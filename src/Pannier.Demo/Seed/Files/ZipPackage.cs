using System.IO.Compression;
using System.Text;

namespace Pannier.Demo.Seed.Files;

/// <summary>A zip archive; the same files give the same bytes.</summary>
internal static class ZipPackage
{
    public static byte[] Of(params (string Name, byte[] Content)[] files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                // The time of day would make every run's bytes differ; the DOS epoch stands for "none".
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return archive.ToArray();
    }
}
