using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class TextBodyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n\nc", "0:a/b|0:c")]
    [InlineData("a\r\nb\rc", "0:a/b/c")]
    [InlineData("a\n> b\n> c\n>> d\ne", "0:a|1:b/c|2:d|0:e")]
    [InlineData("> > a\n>  b", "2:a|1: b")]
    [InlineData("  a > b  ", "0:  a > b")]
    [InlineData(" > a", "1:a")]
    [InlineData("a\n-- \nMira\n\nx", "0:a|S0:Mira|S0:x")]
    [InlineData("a\n--\nMira", "0:a|S0:Mira")]
    [InlineData("> a\n> -- \n> sig\nb", "1:a|S1:sig|0:b")]
    [InlineData("a \nb", "0:a/b")]
    public void Fixed_text_keeps_its_lines(string text, string expected) =>
        Assert.Equal(expected, Show(TextBody.Parse(text, TextFlow.Fixed)));

    [Theory]
    [InlineData("a \nb\nc", "0:a b/c")]
    [InlineData("> a \n> b\nc", "1:a b|0:c")]
    [InlineData("> a \nb", "1:a|0:b")]
    [InlineData("> a \n>> b", "1:a|2:b")]
    [InlineData(" From x\n > y", "0:From x/> y")]
    [InlineData("> > a", "1:> a")]
    [InlineData("a \n-- \nsig", "0:a|S0:sig")]
    [InlineData("a ", "0:a")]
    [InlineData("a \n\nb", "0:a/b")]
    public void Flowed_text_is_joined(string text, string expected) =>
        Assert.Equal(expected, Show(TextBody.Parse(text, TextFlow.Flowed)));

    [Fact]
    public void Flowed_text_without_blanks_is_joined_without() =>
        Assert.Equal("0:漢字かな", Show(TextBody.Parse("漢字 \nかな", TextFlow.FlowedDelSp)));

    [Fact]
    public void Quotes_have_a_bottom() =>
        Assert.Equal(100, TextBody.Parse(new string('>', 5000) + "x", TextFlow.Fixed)[0].QuoteDepth);

    [Fact]
    public void No_word_is_lost_whatever_the_text() => Gen.String[Gen.Char["ab >-\n\r:/w.h"], 0, 60].Sample(text =>
    {
        foreach (var flow in Enum.GetValues<TextFlow>())
        {
            var blocks = TextBody.Parse(text, flow);
            Assert.Equal(Letters(text), Letters(string.Concat(blocks.Select(block => block.Text))));
        }
    });

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static string Show(IReadOnlyList<TextBlock> blocks) =>
        string.Join('|', blocks.Select(block => $"{(block.Kind is TextBlockKind.Signature ? "S" : "")}{block.QuoteDepth}:{block.Text.Replace('\n', '/')}"));
}
