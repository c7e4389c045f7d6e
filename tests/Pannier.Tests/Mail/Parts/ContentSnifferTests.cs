using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class ContentSnifferTests
{
    public static TheoryData<string, ContentKind> Written => new()
    {
        { "", ContentKind.Empty },
        { "Hello there.\n", ContentKind.Text },
        { "\u00EF\u00BB\u00BFName;Wert\r\n", ContentKind.Text },
        { "MZ and whatever comes after", ContentKind.Program },
        { "\u007FELF\u0002\u0001", ContentKind.Program },
        { "\u00CF\u00FA\u00ED\u00FE....", ContentKind.Program },
        { "\u00CA\u00FE\u00BA\u00BE....", ContentKind.Program },
        { "#!/bin/sh\nrm -rf ~\n", ContentKind.Script },
        { "@ECHO OFF\r\nstart x", ContentKind.Script },
        { "Windows Registry Editor Version 5.00\r\n", ContentKind.Script },
        { "[InternetShortcut]\r\nURL=file://x\r\n", ContentKind.Shortcut },
        { "\u004C\0\0\0\u0001\u0014\u0002\0\0\0\0\0", ContentKind.Shortcut },
        { "%PDF-1.7\n", ContentKind.Pdf },
        { "\0\0rubbish before\n%PDF-1.4\n", ContentKind.Pdf },
        { "\u0089PNG\r\n\u001A\n", ContentKind.Image },
        { "\u00FF\u00D8\u00FF\u00E0", ContentKind.Image },
        { "GIF89a", ContentKind.Image },
        { "<!DOCTYPE html><p>x", ContentKind.WebPage },
        { "  \n<!-- pdf -->\n<html><script>1</script>", ContentKind.WebPage },
        { "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>", ContentKind.Svg },
        { "<html><svg></svg></html>", ContentKind.WebPage },
        { "<invoice><total>3</total></invoice>", ContentKind.Text },
        { "Rar!\u001A\u0007\u0001\0", ContentKind.Rar },
        { "7z\u00BC\u00AF\u0027\u001C", ContentKind.SevenZip },
        { "\u001F\u008B\u0008", ContentKind.Gzip },
        { "ITSF\u0003\0", ContentKind.HelpFile },
        { "MSCF\0\0", ContentKind.Installer },
        { "\u00E4\u0052\u005C\u007B\u008C\u00D8\u00A7\u004D", ContentKind.NoteFile },
        { "{\\rtf1 x}", ContentKind.Rtf },
        { "-----BEGIN PGP MESSAGE-----\n", ContentKind.PgpArmor },
        { "ID3\u0003", ContentKind.Audio },
        { "\0\0\0\u0018ftypmp42", ContentKind.Video },
        { "\u0001\u0002\u0003\0\u0005", ContentKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Tells_a_file_by_its_first_octets(string octets, ContentKind kind) => Assert.Equal(kind, ContentSniffer.Of(Encoding.Latin1.GetBytes(octets)));

    [Fact]
    public void Tells_a_page_written_in_UTF_16() => Assert.Equal(ContentKind.WebPage, ContentSniffer.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><script>")]));

    [Fact]
    public void Tells_a_disk_by_a_mark_far_in()
    {
        var disk = new byte[0x9000];
        "CD001"u8.CopyTo(disk.AsSpan(0x8001));

        Assert.Equal(ContentKind.DiskImage, ContentSniffer.Of(disk));
    }

    [Theory]
    [InlineData("word/document.xml", ContentKind.OfficeFile)]
    [InlineData("word/vbaProject.bin", ContentKind.MacroFile)]
    [InlineData("xl/macrosheets/sheet1.xml", ContentKind.MacroFile)]
    public void Finds_macros_in_an_office_file(string entry, ContentKind kind) =>
        Assert.Equal(kind, ContentSniffer.Of(ZipPackage.Of(("[Content_Types].xml", [1]), (entry, [2]))));

    [Fact]
    public void Tells_a_program_in_an_archive() => Assert.Equal(ContentKind.ProgramArchive, ContentSniffer.Of(ZipPackage.Of(("META-INF/MANIFEST.MF", [1]))));

    [Theory]
    [InlineData("WordDocument", ContentKind.OldOfficeFile)]
    [InlineData("_VBA_PROJECT", ContentKind.MacroFile)]
    public void Finds_macros_in_an_older_office_file(string stream, ContentKind kind) =>
        Assert.Equal(kind, ContentSniffer.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream)]));

    [Fact]
    public void Tells_an_installer_from_an_older_office_file() =>
        Assert.Equal(ContentKind.Installer, ContentSniffer.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], 0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]));

    [Fact]
    public void Tells_what_outlook_packs() => Assert.Equal(ContentKind.Tnef, ContentSniffer.Of(Tnef.Of("s", "t")));
}
