using System.Text;
using Pannier.Mail.Reading;

namespace Pannier.Tests.Mail.Reading;

public class DecodedTextTests
{
    [Theory]
    [InlineData("utf-8", "Grüße, 世界")]
    [InlineData("iso-8859-1", "Grüße")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("iso-2022-jp", "こんにちは")]
    [InlineData("gb18030", "你好")]
    [InlineData("shift_jis", "写真")]
    public void A_declared_charset_is_taken_at_its_word(string charset, string text)
    {
        Assert.Equal("", DecodedText.Of([], null).Text); // registers the code pages

        var decoded = DecodedText.Of(Encoding.GetEncoding(charset).GetBytes(text), charset);

        Assert.Equal(text, decoded.Text);
        Assert.Equal(Decoding.AsDeclared, decoded.Decoding);
    }

    [Fact]
    public void A_byte_order_mark_is_no_text() => Assert.Equal("a", DecodedText.Of([0xEF, 0xBB, 0xBF, (byte)'a'], "utf-8").Text);

    [Fact]
    public void Utf8_declared_as_ascii_is_read_as_utf8()
    {
        var decoded = DecodedText.Of("naïve"u8, "us-ascii");

        Assert.Equal("naïve", decoded.Text);
        Assert.Equal(Decoding.AsDeclared, decoded.Decoding);
    }

    [Fact]
    public void An_unknown_charset_is_guessed()
    {
        Assert.Equal(Decoding.Guessed, DecodedText.Of("naïve"u8, "x-nobody-knows").Decoding);
        Assert.Equal(("na\u00EFve", Decoding.Guessed), (DecodedText.Of([(byte)'n', (byte)'a', 0xEF, (byte)'v', (byte)'e'], null).Text, DecodedText.Of([0xEF, (byte)'v'], null).Decoding));
    }

    [Fact]
    public void Damaged_octets_show_as_replacement_and_say_so()
    {
        var decoded = DecodedText.Of([(byte)'a', 0xFF, (byte)'b'], "utf-8");

        Assert.Equal("a\uFFFDb", decoded.Text);
        Assert.Equal(Decoding.Damaged, decoded.Decoding);
    }
}
