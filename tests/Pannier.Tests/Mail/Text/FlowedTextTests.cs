using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class FlowedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a \nb", "a\r\nb")]
    [InlineData(" a\nFrom b\n> c \n-- \nd", "  a\r\n From b\r\n> c\r\n-- \r\nd")]
    [InlineData("a\n", "a\r\n")]
    public void Stuffs_what_could_be_taken_for_something_else(string text, string flowed) => Assert.Equal(flowed, FlowedText.Write(text));

    [Fact]
    public void Breaks_long_lines_after_a_blank()
    {
        var flowed = FlowedText.Write(string.Join(' ', Enumerable.Repeat("word", 50)) + "\n" + new string('x', 100) + " y");

        Assert.All(flowed.Split("\r\n").Where(line => !line.StartsWith('x')), line => Assert.InRange(line.Length, 1, 77));
        Assert.Contains(new string('x', 100) + " \r\ny", flowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_back_as_it_was() => Gen.String[Gen.Char["ab  From\n"], 0, 300].Sample(text =>
        Assert.Equal(
            TextBody.Parse(text, TextFlow.Fixed).Select(block => block.Text),
            TextBody.Parse(FlowedText.Write(text), TextFlow.Flowed).Select(block => block.Text)));
}
