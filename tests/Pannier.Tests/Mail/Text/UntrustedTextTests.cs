using CsCheck;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class UntrustedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Hello", "Hello")]
    [InlineData("Re: [list] a <b> & \"c\" ~", "Re: [list] a <b> & \"c\" ~")]
    [InlineData(" a", "a")]
    [InlineData("a ", "a")]
    [InlineData("a  b", "a b")]
    [InlineData(" ", "")]
    [InlineData("  a \t\r\n b\u00A0\u2003\u3000c\u2028d\u2800e\u3164 ", "a b c d e")]
    [InlineData("a\0b\u001Bc\u007Fd\u0085e\u009Bf", "a␀b␛c␡d e\uFFFDf")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("\u202Aa\u202Bb\u202Cc\u202Dd\u2066e\u2067f\u2068g\u2069h\u200Ei\u200Fj\u061Ck", "abcdefghijk")]
    [InlineData("pay\u200Bpal\u00AD\u2060\uFEFF\u034F\u180E\u2063", "paypal")]
    [InlineData("pay\u200Dpal\u200C", "paypal")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("क्\u200Dष", "क्\u200Dष")]
    [InlineData("👩\u200D💻 ❤\uFE0F", "👩\u200D💻 ❤\uFE0F")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")]
    [InlineData("a\U000E0067\U000E0062b\uFE00\U000E0100c", "abc")]
    [InlineData("a\uFFFFb\uFDD0", "a\uFFFDb\uFFFD")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305\u0306x\u0301", "e\u0301\u0302\u0303\u0304x\u0301")]
    [InlineData("a \u200D b", "a b")]
    public void Tricks_become_visible_or_neutral(string text, string shown) => Assert.Equal(shown, UntrustedText.Show(text));

    [Fact]
    public void Halves_of_characters_are_marked() => Assert.Equal("\uFFFDa\uFFFD", UntrustedText.Show("\uD800a\uDC00"));

    [Fact]
    public void What_is_shown_is_one_line_and_stays_as_it_is() => Gen.String.Sample(text =>
    {
        var shown = UntrustedText.Show(text);

        Assert.DoesNotContain(shown, char.IsControl);
        Assert.Equal(shown, UntrustedText.Show(shown));
    });
}
