using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class PartWarningsTests
{
    [Theory]
    [InlineData("holiday.jpg", "image/jpeg")]
    [InlineData("invoice.pdf", "application/pdf")]
    [InlineData("Bericht 2026.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("archive.tar.gz", "application/gzip")]
    [InlineData("John.Smith.pdf", "application/pdf")]
    [InlineData(null, "application/octet-stream")]
    public void Says_nothing_of_ordinary_names(string? name, string type) => Assert.Empty(PartWarnings.ByName(name, type));

    [Theory]
    [InlineData("setup.exe", PartWarning.ActingName)]
    [InlineData("SETUP.EXE", PartWarning.ActingName)]
    [InlineData("setup.exe.", PartWarning.ActingName)]
    [InlineData("setup.exe ", PartWarning.ActingName)]
    [InlineData("setup.e\u200Bxe", PartWarning.ActingName)]
    [InlineData("screen.scr", PartWarning.ActingName)]
    [InlineData("open.lnk", PartWarning.ActingName)]
    [InlineData("notes.one", PartWarning.ActingName)]
    [InlineData("invoice.pdf.exe", PartWarning.DoubleName)]
    [InlineData("invoice.pdf   .html", PartWarning.DoubleName)]
    [InlineData("invoice\u202Efdp.exe", PartWarning.DisguisedName)]
    [InlineData("report.pdf                                  .exe", PartWarning.SpacedName)]
    [InlineData("plan.docm", PartWarning.MacroFile)]
    [InlineData("login.html", PartWarning.WebPage)]
    [InlineData("logo.svg", PartWarning.Svg)]
    [InlineData("disk.iso", PartWarning.DiskImage)]
    public void Warns_by_the_name(string name, PartWarning warning) => Assert.Contains(warning, PartWarnings.ByName(name, "application/octet-stream"));

    [Fact]
    public void Warns_by_the_declared_type() => Assert.Equal([PartWarning.Program], PartWarnings.ByName("tool", "application/x-msdownload"));

    [Theory]
    [InlineData("invoice.pdf", "application/pdf", ContentKind.WebPage, PartWarning.WebPage)]
    [InlineData("invoice.pdf", "application/pdf", ContentKind.Program, PartWarning.Program)]
    [InlineData("photo.jpg", "image/jpeg", ContentKind.ProgramArchive, PartWarning.ProgramArchive)]
    public void Believes_the_content_and_says_that_the_name_is_wrong(string name, string type, ContentKind kind, PartWarning warning) =>
        Assert.Equal([warning, PartWarning.OtherThanNamed], PartWarnings.Of(name, type, kind));

    [Theory]
    [InlineData(ContentKind.Script, PartWarning.Script)]
    [InlineData(ContentKind.Shortcut, PartWarning.Shortcut)]
    [InlineData(ContentKind.DiskImage, PartWarning.DiskImage)]
    [InlineData(ContentKind.Installer, PartWarning.Installer)]
    [InlineData(ContentKind.HelpFile, PartWarning.HelpFile)]
    [InlineData(ContentKind.NoteFile, PartWarning.NoteFile)]
    [InlineData(ContentKind.MacroFile, PartWarning.MacroFile)]
    [InlineData(ContentKind.OldOfficeFile, PartWarning.OldOfficeFile)]
    [InlineData(ContentKind.Svg, PartWarning.Svg)]
    [InlineData(ContentKind.EncryptedZip, PartWarning.EncryptedZip)]
    public void Warns_by_the_content_where_the_name_promises_nothing(ContentKind kind, PartWarning warning) => Assert.Equal([warning], PartWarnings.Of("file", "application/octet-stream", kind));

    [Theory]
    [InlineData("a.rtf", "", ContentKind.Rtf)]
    [InlineData("a.rar", "", ContentKind.Rar)]
    [InlineData("a.7z", "", ContentKind.SevenZip)]
    [InlineData("a.tgz", "", ContentKind.Gzip)]
    [InlineData("a.tar", "", ContentKind.Tar)]
    [InlineData("a.zip", "", ContentKind.Zip)]
    [InlineData("a.mp3", "", ContentKind.Audio)]
    [InlineData("a.webm", "", ContentKind.Video)]
    [InlineData("", "application/pdf", ContentKind.Pdf)]
    [InlineData("", "image/webp", ContentKind.Image)]
    [InlineData("", "text/csv", ContentKind.Text)]
    [InlineData("", "application/x-zip-compressed", ContentKind.Zip)]
    [InlineData("", "application/msword", ContentKind.Rtf)]
    [InlineData("", "audio/x-new", ContentKind.Audio)]
    [InlineData("", "video/x-new", ContentKind.Video)]
    public void What_is_promised_is_kept_by_its_kind_alone(string name, string type, ContentKind kind)
    {
        Assert.DoesNotContain(PartWarning.OtherThanNamed, PartWarnings.Of(name, type, kind));
        Assert.Contains(PartWarning.OtherThanNamed, PartWarnings.Of(name, type, ContentKind.Program));
    }

    [Theory]
    [InlineData("photo.jpg", "image/jpeg", ContentKind.Image)]
    [InlineData("photo.jpg", "image/jpeg", ContentKind.Unknown)]
    [InlineData("a.docx", "application/octet-stream", ContentKind.OfficeFile)]
    [InlineData("noname", "application/octet-stream", ContentKind.Pdf)]
    [InlineData("notes.txt", "text/plain", ContentKind.Text)]
    [InlineData("notes.txt", "text/plain", ContentKind.Empty)]
    [InlineData("signature.asc", "application/pgp-signature", ContentKind.PgpArmor)]
    public void Says_nothing_where_name_and_content_agree(string name, string type, ContentKind kind) => Assert.Empty(PartWarnings.Of(name, type, kind));

    [Fact]
    public void Goes_by_the_declared_type_where_the_name_promises_nothing() =>
        Assert.Equal([PartWarning.Program, PartWarning.OtherThanNamed], PartWarnings.Of(null, "application/pdf", ContentKind.Program));
}
