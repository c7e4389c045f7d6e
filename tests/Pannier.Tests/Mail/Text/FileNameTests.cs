using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class FileNameTests
{
    [Theory]
    [InlineData(null, "attachment")]
    [InlineData("", "attachment")]
    [InlineData("..", "attachment")]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\x.exe", "x.exe")]
    [InlineData("a/", "attachment")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("a.txt. . ", "a.txt")]
    [InlineData("a<b>c:d\"e|f?g*h", "a_b_c_d_e_f_g_h")]
    [InlineData("a\r\nb\0c.txt", "a b_c.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("COM1", "_COM1")]
    [InlineData("COMA.txt", "COMA.txt")]
    [InlineData("nul", "_nul")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("Größe 漢字 👋.txt", "Größe 漢字 👋.txt")]
    public void Becomes_a_name_any_system_takes(string? name, string safe) => Assert.Equal(safe, FileName.Safe(name).ToString());

    [Fact]
    public void A_long_name_keeps_its_extension_and_whole_characters()
    {
        var name = FileName.Safe(string.Concat(Enumerable.Repeat("漢👋", 200)) + ".tar.gz").Value;

        Assert.EndsWith(".gz", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 190, 200);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }

    [Fact]
    public void An_extension_of_any_length_is_none() =>
        Assert.Equal(200, FileName.Safe("a." + new string('x', 300)).Value.Length);

    [Theory]
    [InlineData("report.pdf", "attachment; filename=\"report.pdf\"")]
    [InlineData("Größe 1.pdf", "attachment; filename=\"Gr__e 1.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.pdf")]
    [InlineData("100%.txt", "attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt")]
    [InlineData("👋.txt", "attachment; filename=\"_.txt\"; filename*=UTF-8''%F0%9F%91%8B.txt")]
    public void Is_written_into_the_header_twice_when_it_must(string name, string header) =>
        Assert.Equal(header, ContentDisposition.Attachment(FileName.Safe(name)));

    [Fact]
    public void Inline_names_it_too() => Assert.Equal("inline; filename=\"a.png\"", ContentDisposition.Inline(FileName.Safe("a.png")));

    [Fact]
    public void Any_name_is_safe_and_comes_back_from_the_header_as_it_is() => Gen.String.Sample(text =>
    {
        var name = FileName.Safe(text);
        var header = ContentDisposition.Attachment(name);

        Assert.DoesNotContain(name.Value, c => char.IsControl(c) || "/\\<>:\"|?*".Contains(c));
        Assert.Equal(name, FileName.Safe(name.Value));
        Assert.DoesNotContain(header, c => c is < ' ' or > '~');
        Assert.Equal(name.Value, Read(ContentDispositionHeaderValue.Parse(header)));
    });

    private static string? Read(ContentDispositionHeaderValue value) => value.FileNameStar ?? value.FileName?.Trim('"');
}
