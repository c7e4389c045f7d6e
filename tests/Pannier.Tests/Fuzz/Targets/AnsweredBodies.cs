using System.Text.RegularExpressions;
using Pannier.Mail.Html;
using Pannier.Mail.Text;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Answers with their quoted ends folded and their links named: one fold at most, which is ours, and it reads as it was written.</summary>
internal sealed partial class AnsweredBodies : IFuzzTarget
{
    private const string Long = "Did the harbour master answer you about the moorings on the east side? We ought to know before the winter storms begin, and the lamps are still in the shed, behind the ladder, where nobody looks.";
    private readonly HtmlSanitizer _sanitizer = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System); // the work is bounded by size here

    public IReadOnlyList<string> Samples { get; } =
    [
        $"<div>Yes.</div><div class=\"gmail_quote\">On Monday:<blockquote class=\"gmail_quote\">{Long}</blockquote></div>",
        $"<p>Yes <a href=\"https://evil.example/\">bank.example</a></p><div class=\"moz-cite-prefix\">Am 1. schrieb</div><blockquote type=\"cite\"><p>{Long}</p></blockquote>",
        $"<div class=WordSection1><p>Yes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p>From: Jon</p></div></div><p>{Long}</p></div>",
        $"<table><tr><td>Yes.<div id=appendonsend></div><hr><div id=divRplyFwdMsg>From: Jon</div><div>{Long}</div></td></tr></table>",
        $"<style>p{{color:red}}</style><p>Yes<b><div class=yahoo_quoted><blockquote>{Long}</blockquote></div></b></p>",
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "<details open>", "</details>", "<summary>", "</summary>", "<blockquote type=cite>", "</blockquote>", "<div class=gmail_quote>", "</div>", "<p>", "<table>", "<tr>", "<td>", "<li>", "<a href=\"https://xn--bcher-kva.example/\">", "<div id=divRplyFwdMsg>",
        " data-to=x", "<h1>", "<pre>", "<button>", "<style>summary{display:none}</style>", Long,
    ];

    public async Task TryAsync(byte[] input)
    {
        var wishes = new BodyWishes(new Dictionary<string, string>()) { QuoteLabel = "Quoted text", NamesHosts = LinkNames.Named, Detour = address => WebUrl.Read("https://mail.example/leave?to=" + Uri.EscapeDataString(address.Value)) ?? address };
        if (await _sanitizer.SanitizeAsync(IFuzzTarget.Text(input), wishes, CancellationToken.None) is not SanitizeResult.Done { Html: var html }) return;

        var text = html.ToString();
        Assert.True(Folds().Count(text) <= 1);
        Assert.Equal(Folds().Count(text), text.Split("<details><summary>Quoted text</summary>").Length - 1);
        Assert.Equal(Folds().Count(text), text.Split("<summary").Length - 1);
        Assert.DoesNotContain("summary", html.SheetFor(ViewTheme.Auto), StringComparison.Ordinal);
    }

    [GeneratedRegex("<details")]
    private static partial Regex Folds();
}
