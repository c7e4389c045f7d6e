using System.Text.RegularExpressions;
using Pannier.Mail.Html;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>HTML mail whose pictures are let in: no address of the sender's is in the document but where links lead, and it still reads as it was written.</summary>
internal sealed partial class ConsentedBodies : IFuzzTarget
{
    private readonly HtmlSanitizer _sanitizer = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System); // the work is bounded by size here

    public IReadOnlyList<string> Samples { get; } =
    [
        "<img src=\"https://a.example/x.png\" width=600 alt=\"a\"><img srcset=\"//a.example/1.png 1x, //a.example/2.png 2x\">",
        "<p style=\"color:red;background:#fff url('http://a.example/b.png') no-repeat center top / cover\">x</p><table background=http://a.example/c.png><tr><td>x</td></tr></table>",
        "<style>.a{background:url(http://a.example/b.png) red}@media (max-width:600px){.a:hover{background-image:url(\"//a.example/c.png\");background-size:10px auto}}</style><p class=a>x</p>",
        "<a href=\"https://a.example/?utm_source=x&amp;id=1\"><img src=http://a.example/d.gif style=\"width:1px\"></a>",
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "url(", ")", "'", "\"", "/", "\\", "//e.example/", "https://e.example/", "background:", "background-image:", "background-size:", "srcset=", "src=", " 2x,", "1200w", "/view/1.k", "cover", "!important", ";", "<style>", "</style>", "<img ", " style=\"", "data:image/png,", "image-set(", "&#41;", "&quot;",
    ];

    public async Task TryAsync(byte[] input)
    {
        var wishes = new BodyWishes(new Dictionary<string, string>()) { Remote = picture => $"/view/{picture.Address.Value.Length}.k", Links = LinkCare.Cut };
        if (await _sanitizer.SanitizeAsync(IFuzzTarget.Text(input), wishes, CancellationToken.None) is not SanitizeResult.Done { Html: var html }) return;

        var written = Said().Replace($"<b>{html}</b>", "") + FontName().Replace(html.SheetFor(ViewTheme.Auto), "");
        foreach (Match address in Addresses().Matches(written)) Assert.Matches("^/view/[0-9]+\\.k$", address.Groups[1].Value + address.Groups[2].Value);
        Assert.DoesNotMatch("(?i)<[^>]*(?:srcset|image-set|example)", written);
    }

    /// <summary>What may say anything: words, and where links lead.</summary>
    [GeneratedRegex(" (?:alt|title|href|lang)=\"[^\"]*\"|(?<=>)[^<]*(?=<)|'[\\p{L}\\p{Nd} _-]+'")]
    private static partial Regex Said();

    [GeneratedRegex("'[\\p{L}\\p{Nd} _-]+'")]
    private static partial Regex FontName();

    [GeneratedRegex(" src=\"([^\"]*)\"|url\\(([^)]*)\\)?")]
    private static partial Regex Addresses();
}
