using System.Text;
using Pannier.Mail;
using Pannier.Mail.Html;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Text bodies, names and links: nothing is lost, nothing unseen gets through, and what is a link is one.</summary>
internal sealed class PlainText : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } =
    [
        "Hello Ann,\r\n\r\n> you wrote \r\n> some text \r\n>> and older\r\n-- \r\nBob\r\nhttps://example.org/a?b=c#d, (see www.example.org).",
        "mailto:ann@example.org?subject=x&body=y%20z ann@example.org <https://exämple.org/ü>",
        "Rechnung\u202Efdp.exe  \u200b tab\tand\0nul \ud83d\udc69\u200d\ud83d\ude80 \u0301combining",
    ];

    public IReadOnlyList<string> Words { get; } = ["https://", "http://user:pass@", "www.", "mailto:", "ftp://", "javascript:", "> ", ">>", " \r\n", "-- \r\n", "\u2066", "\u2028", "xn--pple-43d.com", "[::1]", ":99999/", "\u00ad", "﷽"];

    public Task TryAsync(byte[] input)
    {
        foreach (var charset in (string?[])[null, "utf-8", "iso-2022-jp", "utf-7", "x-unknown", "gb18030"]) Assert.NotNull(DecodedText.Of(input, charset).Text);

        var text = IFuzzTarget.Text(input);
        Assert.Equal(text, string.Concat(Linkifier.Runs(text).Select(run => run.Text)));
        foreach (var link in Linkifier.Runs(text).OfType<TextRun.Link>()) Assert.NotNull(link.Target);
        foreach (var flow in Enum.GetValues<TextFlow>()) Assert.Equal(Letters(text), Letters(string.Concat(TextBody.Parse(text, flow).Select(block => block.Text))));
        var shown = UntrustedText.Show(text);
        Assert.Equal(shown, UntrustedText.Show(shown));
        Assert.DoesNotContain(shown, character => char.IsControl(character) || character is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069');
        var name = FileName.Safe(text);
        Assert.Equal(name.Value, FileName.Safe(name.Value).Value);
        Assert.DoesNotContain(name.Value, character => char.IsControl(character) || character is '/' or '\\');
        Assert.True(Ascii.IsValid(ContentDisposition.Attachment(name)), "a header in ASCII");
        Assert.True(Preview.Of(text).Length <= 1_000);
        Assert.NotNull(Quote.Reply(text));
        Assert.NotNull(FlowedText.Write(text));
        Assert.NotNull(HtmlPreview(text));
        return Task.CompletedTask;
    }

    /// <summary>What quoting, flowing and the line before a signature leave alone.</summary>
    private static string Letters(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not ('>' or '-')));

    private static string HtmlPreview(string text) => Preview.OfHtml(text) + HtmlToText.Convert(text);
}
