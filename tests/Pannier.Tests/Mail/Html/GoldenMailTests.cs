using Pannier.Mail.Html;
using Pannier.Mail.Text;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Html;

/// <summary>Whole messages as the programs of senders write them, in files one can open and look at.</summary>
public sealed class GoldenMailTests
{
    private static readonly Dictionary<string, string> Pictures = new() { ["logo@shop.example"] = "/view/logo" };

    public static TheoryData<string, string> Mail => new()
    {
        { "newsletter", Samples.Newsletter },
        { "word-processor", Samples.WordProcessor },
        { "reply", Samples.Reply },
        { "old", Samples.Old },
        { "plain", Samples.Plain },
    };

    [Theory]
    [MemberData(nameof(Mail), DisableDiscoveryEnumeration = true)]
    public async Task Is_shown(string name, string markup)
    {
        var done = await Clean.DoneAsync(markup, Pictures);

        Allowed.OnlyIn(done.Html.ToString(), "/view/logo");
        Golden.Match(ViewDocument.RenderWithScript(done.Html, ViewTheme.Auto), $"Mail/Html/{name}.html");
    }

    [Theory]
    [MemberData(nameof(Mail), DisableDiscoveryEnumeration = true)]
    public void Is_read_and_quoted_as_text(string name, string markup)
    {
        var text = HtmlToText.Convert(markup);

        Golden.Match($"{text}\n\n==== preview\n{Preview.OfHtml(markup)}\n==== quote\n{Quote.Reply(text)}", $"Mail/Html/{name}.txt");
    }
}
