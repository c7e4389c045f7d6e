using System.Globalization;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class PreviewTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Hello\n\n  world ", "Hello world")]
    [InlineData("On Monday, Jo wrote:\n> quoted\n\nYes, fine.", "Yes, fine.")]
    [InlineData("Am Montag schrieb\nJo <jo@x.example>:\n\n> quoted\n\nJa.", "Ja.")]
    [InlineData("Note this:\nfirst", "Note this: first")]
    [InlineData("Thanks!\n-- \nMira, Director", "Thanks!")]
    [InlineData("FYI\n\n-----Original Message-----\nFrom: x", "FYI")]
    [InlineData("View this email in your browser\nhttps://x.example/long\n=======\n* * *\nReal news", "Real news")]
    [InlineData("> only\n> quotes", "> only > quotes")]
    [InlineData("a\u202Eb\u200B\0", "ab␀")]
    public void Shows_the_writers_own_first_words(string text, string preview) => Assert.Equal(preview, Preview.Of(text));

    [Fact]
    public void Is_cut_at_a_word()
    {
        var preview = Preview.Of(string.Join(' ', Enumerable.Repeat("wörd", 100)));

        Assert.EndsWith("wörd…", preview, StringComparison.Ordinal);
        Assert.InRange(preview.Length, 130, Preview.Length);
    }

    [Fact]
    public void Counts_characters_as_readers_do()
    {
        var preview = Preview.Of(string.Concat(Enumerable.Repeat("👩\u200D💻", 500)));

        Assert.Equal(Preview.Length, StringInfo.ParseCombiningCharacters(preview).Length);
        Assert.EndsWith("👩\u200D💻…", preview, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_html_begins_with_the_hidden_preheader() =>
        Assert.Equal("Sale ends today. Dear Jo, look at these.", Preview.OfHtml(
            "<style>p{}</style><div style='display:none'>Sale ends today.&zwnj;&nbsp;&#847;</div><p><a href=https://x.example/>View in browser</a></p><ul><li>Dear Jo,</ul><hr><a href=https://x.example/1>look at these.</a>"));

    [Fact]
    public void Of_a_huge_text_reads_only_its_start()
    {
        Assert.NotEmpty(Preview.Of(new string('x', 10_000_000)));
        Assert.NotEmpty(Preview.OfHtml(string.Concat(Enumerable.Repeat("<p>x", 1_000_000))));
    }
}
