using System.Globalization;
using System.IO.Compression;
using System.Text;
using Pannier.Demo.Seed.Files;

namespace Pannier.Tests.Demo.Seed;

public sealed class SeedFileTests
{
    [Fact]
    public void A_pdf_has_its_objects_where_its_table_says()
    {
        var pdf = Encoding.Latin1.GetString(Pdf.Page("Faktura (nr 1)", ["En rad", @"C:\rad \ två"]));
        var table = int.Parse(pdf.Split("startxref\n")[1].Split('\n')[0], CultureInfo.InvariantCulture);

        Assert.StartsWith("xref\n", pdf[table..]);
        var offsets = pdf[table..].Split('\n').Where(line => line.EndsWith(" n ", StringComparison.Ordinal)).Select(line => int.Parse(line[..10], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(5, offsets.Count);
        Assert.All(offsets.Select((at, i) => (at, i)), found => Assert.StartsWith($"{found.i + 1} 0 obj", pdf[found.at..]));
    }

    [Fact]
    public void A_picture_has_the_size_asked_for_and_its_chunks_add_up()
    {
        var png = Png.Seascape("test", 20, 10);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal([0, 0, 0, 20, 0, 0, 0, 10, 8, 2], png[16..26]);
        // The checksum of an IEND chunk is the same in every PNG there is.
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], png[^4..]);
        var length = (png[33] << 24) | (png[34] << 16) | (png[35] << 8) | png[36];
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        zlib.CopyTo(pixels);
        Assert.Equal(10 * (1 + 20 * 3), pixels.Length);
    }

    [Fact]
    public void A_word_file_is_a_package_with_its_text_and_the_same_bytes_twice()
    {
        var file = WordFile.Of(["Åtta & nio"]);

        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("<w:t>&#197;tta &amp; nio</w:t>", reader.ReadToEnd());
        Assert.Equal(file, WordFile.Of(["Åtta & nio"]));
    }
}
