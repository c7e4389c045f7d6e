using System.Text;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

/// <summary>Zip archives as programs write them for more than 4 GB (Zip64, APPNOTE §4.3.14), and with names of old code pages.</summary>
public sealed class WideZipTests
{
    private static readonly byte[] Content = "first"u8.ToArray();

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task Sizes_and_places_stand_in_the_wide_fields(int before)
    {
        var archive = Read([.. new byte[before], .. Wide("a.txt"u8.ToArray())]);

        var entry = Assert.Single(archive.Entries);
        Assert.Equal(("a.txt", 5L), (entry.Name, entry.Size));
        Assert.Equal("first", await TakeAsync(archive));
    }

    [Fact]
    public void A_wide_field_that_is_cut_short_says_nothing_and_breaks_nothing()
    {
        var bytes = Wide("a.txt"u8.ToArray());
        var extra = bytes.AsSpan().LastIndexOf((byte[])[1, 0, 24, 0]);
        bytes[extra + 2] = 8; // of three numbers one is left

        var archive = Read(bytes);

        Assert.Equal((5L, (long)uint.MaxValue), (archive.Entries[0].Size, archive.Entries[0].Packed));
    }

    [Fact]
    public void Fields_of_other_kinds_are_passed_over()
    {
        var archive = Read(Wide("a.txt"u8.ToArray(), [0x55, 0x54, 2, 0, 9, 9]));

        Assert.Equal(5, Assert.Single(archive.Entries).Size);
    }

    [Theory]
    [InlineData("PK\u0006\u0007")]
    [InlineData("PK\u0006\u0006")]
    public void Without_its_wide_record_there_is_no_directory(string mark)
    {
        var bytes = Wide("a.txt"u8.ToArray());
        bytes[bytes.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes(mark))] = (byte)'X';

        Assert.False(Archive.Read(bytes, ContentKind.Zip)?.Entries is [_, ..]);
    }

    [Fact]
    public void A_name_in_an_old_code_page_is_read_as_that() => Assert.Equal("ü.txt", Assert.Single(Read(Wide([0x81, .. ".txt"u8])).Entries).Name);

    private static Archive Read(byte[] bytes) => Archive.Read(bytes, ContentKind.Zip)!; // every caller wrote one

    private static async Task<string> TakeAsync(Archive archive)
    {
        using var to = new MemoryStream();
        await archive.CopyAsync(archive.Pieces[0], to, long.MaxValue, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    /// <summary>One stored file whose narrow fields all say "look in the wide ones".</summary>
    private static byte[] Wide(byte[] name, params byte[] otherField)
    {
        byte[] full = [0xFF, 0xFF, 0xFF, 0xFF];
        byte[] local = [.. "PK\x03\x04"u8, .. new byte[22], (byte)name.Length, 0, 0, 0, .. name, .. Content];
        byte[] extra = [.. otherField, 1, 0, 24, 0, .. Long(Content.Length), .. Long(Content.Length), .. Long(0)];
        byte[] entry = [.. "PK\x01\x02"u8, 45, 0, 45, 0, 0, 0, 0, 0, .. new byte[8], .. full, .. full, (byte)name.Length, 0, (byte)extra.Length, 0, 0, 0, .. new byte[8], .. full, .. name, .. extra];
        byte[] record = [.. "PK\x06\x06"u8, .. Long(44), .. new byte[12], .. Long(1), .. Long(1), .. Long(entry.Length), .. Long(local.Length)];
        byte[] locator = [.. "PK\x06\x07"u8, .. new byte[4], .. Long(local.Length + entry.Length), 1, 0, 0, 0];
        return [.. local, .. entry, .. record, .. locator, .. "PK\x05\x06"u8, .. new byte[4], 0xFF, 0xFF, 0xFF, 0xFF, .. full, .. full, 0, 0];
    }

    private static byte[] Long(long number) => BitConverter.GetBytes(number);
}
