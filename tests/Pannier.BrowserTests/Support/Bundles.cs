using Pannier.Mail.Html;
using Pannier.Tests.Support;

namespace Pannier.BrowserTests.Support;

/// <summary>Puts many cases into few documents, for a frame costs a browser more than what stands in it.</summary>
internal static class Bundles
{
    private const int Most = 80;
    private const string After = "<p>what stands after</p>";

    /// <summary>Ends whatever a case may have left open, so that the next one is read as it is alone.</summary>
    private const string Stop = "\n\"'>--></script></style></title></textarea></xmp></noembed></noframes></iframe></noscript></template></select></svg></math></object></video></audio></table>\n";

    /// <summary>Documents that hold each case once; a case that is never shown as HTML is in none.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IEnumerable<Case> cases)
    {
        var (some, last, documents) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var one in cases)
            if (await ShownAsync(one.Text) is not null)
                (await LetsOthersFollowAsync(one.Text + Stop) ? some : last).Add(one.Text + Stop);

        foreach (var chunk in some.Chunk(Most)) await BundleAsync(chunk, documents);
        for (var at = 0; at < last.Count; at++)
            if (at < documents.Count) documents[at] += last[at];
            else documents.Add(last[at]);
        return documents;
    }

    /// <summary>As one document where none swallows what stands after it, else as two.</summary>
    private static async Task BundleAsync(string[] cases, List<string> documents)
    {
        var document = string.Concat(cases);
        if (cases.Length == 1 || await LetsOthersFollowAsync(document))
        {
            documents.Add(document);
            return;
        }

        await BundleAsync(cases[..(cases.Length / 2)], documents);
        await BundleAsync(cases[(cases.Length / 2)..], documents);
    }

    private static async Task<bool> LetsOthersFollowAsync(string markup) => await ShownAsync(markup + After) is { } shown && shown.Contains(After, StringComparison.Ordinal);

    private static async Task<string?> ShownAsync(string markup) =>
        await new HtmlSanitizer().SanitizeAsync(markup, new Dictionary<string, string>(), CancellationToken.None) is SanitizeResult.Done done ? done.Html.ToString() : null;
}
