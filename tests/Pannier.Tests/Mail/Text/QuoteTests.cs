using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class QuoteTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("a\nb", "> a\n> b\n")]
    [InlineData("\na\n\n b \n\n", "> a\n>\n>  b\n")]
    [InlineData("> a\n> > b\n>", ">> a\n>>> b\n")]
    [InlineData("a\n-- \nMira\nBerlin", "> a\n")]
    [InlineData("a\n-- \nMira\n> b", "> a\n> --\n> Mira\n>> b\n")]
    [InlineData("From x\nFrom y", "> From x\n> From y\n")]
    public void Quotes_one_deeper_without_the_signature(string text, string quote) => Assert.Equal(quote, Quote.Reply(text));

    [Fact]
    public void A_quote_reads_back_one_deeper() => Gen.String[Gen.Char["ab >\n"], 0, 60].Sample(text =>
    {
        var before = TextBody.Parse(text, TextFlow.Fixed);
        var after = TextBody.Parse(Quote.Reply(text), TextFlow.Flowed);

        Assert.Equal(before.Select(block => (block.QuoteDepth + 1, block.Text)), after.Select(block => (block.QuoteDepth, block.Text)));
    });
}
