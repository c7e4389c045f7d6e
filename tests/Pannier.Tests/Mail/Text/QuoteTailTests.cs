using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class QuoteTailTests
{
    private const string Quoted = "> one\n> two\n> three\n> four";

    [Theory]
    [InlineData("Yes.\n\nOn Monday Bob wrote:\n" + Quoted, true)]
    [InlineData("Yes.\n\n" + Quoted + "\n-- \nAnn", true)]
    [InlineData("Yes.\n\n" + Quoted + "\n\n", true)]
    [InlineData("Yes.\n\n> one\n\n> two\n>> three\n>> four", true)]
    [InlineData("Yes.\n> one\n> two", false)]
    [InlineData(Quoted, false)]
    [InlineData("Yes.\n" + Quoted + "\nNo.", false)]
    [InlineData("Yes.", false)]
    [InlineData("", false)]
    public void Folds_what_an_answer_drags_behind_it_and_nothing_else(string text, bool folds)
    {
        var blocks = TextBody.Parse(text, TextFlow.Fixed);
        var start = QuoteTail.StartOf(blocks);

        Assert.Equal(folds, start < blocks.Count);
        if (folds) Assert.True(blocks[start].QuoteDepth > 0);
        Assert.All(blocks.Take(start).Where(block => block.Text.Trim().Length > 0).TakeLast(1), block => Assert.Equal(folds ? 0 : block.QuoteDepth, block.QuoteDepth));
    }
}
