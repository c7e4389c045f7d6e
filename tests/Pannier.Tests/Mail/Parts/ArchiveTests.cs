using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class ArchiveTests
{
    private static readonly byte[] Two = ZipPackage.Of(("a.txt", "first"u8.ToArray()), ("dir/ü.txt", "second"u8.ToArray()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_a_zip_and_takes_one_file_out()
    {
        var archive = Read(Two);

        Assert.Equal((ArchiveEnd.Whole, 2), (archive.End, archive.Entries.Count));
        Assert.Equal([("a.txt", 5L), ("dir/ü.txt", 6L)], archive.Entries.Select(entry => (entry.Name, entry.Size ?? 0)));
        Assert.Equal("second", await TakeAsync(archive, 2));
    }

    [Theory]
    [InlineData(new byte[0], "plan.txt")]
    [InlineData(new byte[] { 3, 0, 9, 9, 9 }, "plan.txt")]
    public async Task A_packed_file_goes_by_the_name_in_its_header(byte[] extra, string name)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) await gzip.WriteAsync("content"u8.ToArray(), Token);
        var plain = packed.ToArray();
        plain[3] = (byte)(8 | (extra.Length > 0 ? 4 : 0)); // RFC 1952 §2.3.1: FNAME, FEXTRA

        var archive = Archive.Read([.. plain[..10], .. extra, .. Encoding.Latin1.GetBytes(name), 0, .. plain[10..]], ContentKind.Gzip);

        Assert.Equal((name, 7L), (archive?.Entries.Single().Name, archive?.Entries.Single().Size));
    }

    [Fact]
    public void What_is_no_archive_is_none() => Assert.Null(Archive.Read(Two, ContentKind.Pdf));

    [Fact]
    public async Task Reads_an_archive_behind_a_program()
    {
        var archive = ZipListed([.. "MZ a program that unpacks itself"u8, .. Two]);

        Assert.Equal("first", await TakeAsync(archive, 1));
    }

    [Theory]
    [InlineData("../../etc/passwd", EntryMark.Outside)]
    [InlineData("/etc/passwd", EntryMark.Outside)]
    [InlineData("C:\\Windows\\x", EntryMark.Outside)]
    [InlineData("a\\..\\..\\x", EntryMark.Outside)]
    [InlineData("a/b..c/x", EntryMark.None)]
    [InlineData("folder/", EntryMark.Directory)]
    public void Marks_names_that_lead_elsewhere(string name, EntryMark marks) => Assert.Equal(marks, Read(ZipPackage.Of((name, [1]))).Entries.Single().Marks);

    [Fact]
    public void Marks_what_is_under_a_password_and_takes_it_not_out()
    {
        var bytes = Two.ToArray();
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;

        var archive = Read(bytes);

        Assert.Equal(EntryMark.Encrypted, archive.Entries[0].Marks);
        Assert.False(archive.CanTake(1));
        Assert.True(archive.CanTake(2));
    }

    [Fact]
    public void Lists_two_thousand_entries_whatever_more_there_are()
    {
        var archive = Read(ZipPackage.Of([.. Enumerable.Range(0, 2_001).Select(at => ($"{at}", Array.Empty<byte>()))]));

        Assert.Equal((ArchiveEnd.Cut, 2_000), (archive.End, archive.Entries.Count));
    }

    [Fact]
    public void Believes_no_count_of_entries()
    {
        var bytes = Two.ToArray();
        var end = bytes.AsSpan().LastIndexOf("PK\x05\x06"u8);
        bytes[end + 8] = bytes[end + 9] = bytes[end + 10] = 0xFF;
        bytes[end + 11] = 0xFE;

        Assert.Equal(2, Read(bytes).Entries.Count);
    }

    [Fact]
    public void Says_where_a_directory_is_damaged()
    {
        var bytes = Two.ToArray();
        bytes[bytes.AsSpan().LastIndexOf("PK\x01\x02"u8)] = (byte)'X';

        Assert.Equal((ArchiveEnd.Damaged, 1), (Read(bytes).End, Read(bytes).Entries.Count));
    }

    [Fact]
    public void Takes_out_no_bomb()
    {
        var archive = Read(Bomb());

        Assert.True(archive.Entries[0].Swells);
        Assert.False(archive.CanTake(1));
    }

    [Fact]
    public async Task Stops_at_an_entry_that_is_more_than_it_says()
    {
        var bytes = ZipPackage.Of(("x", Letter(50_000)));
        var entry = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        bytes[entry + 24] = 9;
        bytes[entry + 25] = bytes[entry + 26] = 0;

        await Assert.ThrowsAsync<PartFault>(() => TakeAsync(Read(bytes), 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(uint.MaxValue - 1)]
    public async Task Stops_at_an_entry_that_is_not_where_it_should_be(uint at)
    {
        var bytes = Two.ToArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 42), at + 3);

        await Assert.ThrowsAsync<PartFault>(() => TakeAsync(Read(bytes), 2));
    }

    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public async Task Lists_tar_in_every_form_packed_or_not(TarEntryFormat format)
    {
        var name = format == TarEntryFormat.Ustar ? "long/" + new string('n', 90) + ".txt" : "long/" + new string('n', 150) + ".txt";
        var tar = await TarAsync(format, ("a.txt", "first"), (name, "second"));
        var gzip = await GzipAsync(tar);

        foreach (var archive in new[] { Read(tar), Read(gzip) })
        {
            Assert.Equal((ArchiveEnd.Whole, 2), (archive.End, archive.Entries.Count));
            Assert.Equal(name, archive.Entries[1].Name);
            Assert.Equal("second", await TakeAsync(archive, 2));
        }
    }

    [Fact]
    public async Task Lists_what_came_before_a_tar_was_cut_off()
    {
        var tar = await TarAsync(TarEntryFormat.Ustar, ("a", "first"), ("b", new string('x', 5_000)));

        var archive = Read(tar[..2_000]);

        Assert.Equal((ArchiveEnd.Damaged, 2), (archive.End, archive.Entries.Count));
        await Assert.ThrowsAsync<PartFault>(() => TakeAsync(archive, 2));
    }

    [Fact]
    public async Task Opens_one_packed_file()
    {
        var archive = Read(await GzipAsync("a log"u8.ToArray()));

        Assert.Equal(5, archive.Entries.Single().Size);
        Assert.Equal("a log", await TakeAsync(archive, 1));
    }

    [Fact]
    public async Task A_packed_file_that_swells_beyond_the_budget_is_not_looked_into() =>
        Assert.Null(Archive.Read(await GzipAsync(new byte[Archive.MostOctets + 1]), ContentKind.Gzip));

    [Fact]
    public async Task Lists_a_packed_tar_as_far_as_the_budget_goes()
    {
        var tar = await TarAsync(TarEntryFormat.Ustar, ("a", "first"));
        Encoding.ASCII.GetBytes("77777777777").CopyTo(tar, 124); // 8 GB, it says
        Sum(tar);

        var archive = Read(await GzipAsync([.. tar[..512], .. new byte[Archive.MostOctets]]));

        Assert.Equal((ArchiveEnd.Cut, 1), (archive.End, archive.Entries.Count));
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("zeros", CompressionLevel.SmallestSize).Open())
            entry.Write(new byte[4_000_000]);
        return stream.ToArray();
    }

    private static void Sum(byte[] header)
    {
        "        "u8.CopyTo(header.AsSpan(148));
        Encoding.ASCII.GetBytes(Convert.ToString(header.AsSpan(0, 512).ToArray().Sum(octet => octet), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
    }

    private static Archive Read(byte[] bytes) => Archive.Read(bytes, ContentSniffer.Of(bytes))!; // a test of what is read

    private static Archive ZipListed(byte[] bytes) => Archive.Read(bytes, ContentKind.Zip)!; // as above

    private static byte[] Letter(int octets) => Support.Letter.FileOctets(octets);

    private static async Task<string> TakeAsync(Archive archive, int number)
    {
        using var to = new MemoryStream();
        Assert.Equal(CopyExtent.Whole, await archive.CopyAsync(archive.Pieces[number - 1], to, long.MaxValue, Token));
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private static async Task<byte[]> TarAsync(TarEntryFormat format, params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        await using (var writer = new TarWriter(stream, format, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                TarEntry entry = format switch { TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name), TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name), _ => new GnuTarEntry(TarEntryType.RegularFile, name) };
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                await writer.WriteEntryAsync(entry, Token);
            }
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> GzipAsync(byte[] bytes)
    {
        using var stream = new MemoryStream();
        await using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(bytes, Token);
        return stream.ToArray();
    }
}
