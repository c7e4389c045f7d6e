using System.Diagnostics.CodeAnalysis;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pannier.Mail.Cards;
using Pannier.Mail.Html.Quotes;
using Pannier.Mail.Html.Sheets;

namespace Pannier.Mail.Html;

/// <summary>
/// Makes a sender's HTML safe to show: AngleSharp parses it as browsers do, <see cref="TreeBuilder"/> makes a tree of what the three
/// tables allow (<see cref="AllowedElements"/>, <see cref="AllowedAttributes"/>, <see cref="AllowedCss"/>), with the style sheets that
/// <see cref="SheetReader"/> can read; <see cref="HtmlWriter"/> and <see cref="SheetWriter"/> write it once, and <see cref="RoundTrip"/> and
/// <see cref="SheetRoundTrip"/> prove that it reads as written. Same input, same bytes. Safe for use by many at once.
/// </summary>
/// <remarks>
/// Large bodies take turns, one a core, so that memory holds few of them at a time. Small ones go at once.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Its semaphore is never asked for a wait handle: the collector takes it.")]
public sealed class HtmlSanitizer(SanitizeBudget budget, TimeProvider time)
{
    private const int Small = 32 * 1024; // octets; done within some milliseconds
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    public HtmlSanitizer()
        : this(new SanitizeBudget(), ThreadTime.Provider)
    {
    }

    /// <param name="html">As decoded from its charset; any text at all.</param>
    /// <param name="cidUrls">View addresses of the message's own pictures, by Content-ID without angle brackets (RFC 2392).</param>
    /// <exception cref="ArgumentException">A view address is not one.</exception>
    public Task<SanitizeResult> SanitizeAsync(string html, IReadOnlyDictionary<string, string> cidUrls, CancellationToken cancellation) =>
        SanitizeAsync(html, new BodyWishes(cidUrls), cancellation);

    /// <param name="html">As decoded from its charset; any text at all.</param>
    /// <exception cref="ArgumentException">A view address is not one.</exception>
    public async Task<SanitizeResult> SanitizeAsync(string html, BodyWishes wishes, CancellationToken cancellation)
    {
        var size = Encoding.UTF8.GetByteCount(html);
        if (size > budget.Bytes) return new SanitizeResult.Refused(SanitizeRefusal.TooLarge);
        if (size <= Small) return await InBudgetAsync(html, wishes, cancellation);

        await _cores.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => InBudgetAsync(html, wishes, cancellation), cancellation);
        }
        finally
        {
            _cores.Release();
        }
    }

    private async Task<SanitizeResult> InBudgetAsync(string html, BodyWishes wishes, CancellationToken cancellation)
    {
        // The budget is asked as elements are made; the token stops what makes none.
        using var late = new CancellationTokenSource(budget.Wall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await RebuildAsync(html, wishes, new ParseBudget(budget, time), either.Token);
        }
        catch (BudgetSpent spent)
        {
            return new SanitizeResult.Refused(spent.Reason);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SanitizeResult.Refused(SanitizeRefusal.TookTooLong);
        }
    }

    private async Task<SanitizeResult> RebuildAsync(string html, BodyWishes wishes, ParseBudget spent, CancellationToken either)
    {
        using var parsed = await ParseAsync(html, spent, either);
        if (parsed.Body is not { LocalName: "body" } body) return new SanitizeResult.Refused(SanitizeRefusal.NoBody);

        var cards = BodyCards.MayBeIn(html) ? BodyCards.In(parsed) : [];
        var remote = new RemoteFinds(wishes.Remote);
        var sheets = html.Contains("<style", StringComparison.OrdinalIgnoreCase) ? ReadSheets.Of(parsed, budget, remote.Background) : ReadSheets.None;
        var tree = new TreeBuilder(QuotedEnd.MayBeIn(html) ? wishes : wishes with { QuoteLabel = null }, sheets, remote, spent).Build(body);
        var misleading = MisleadingLinks.In(tree.Children);
        if (wishes.Detour is { } detour && misleading.Count > 0) tree = tree with { Children = MisleadingLinks.Divert(tree.Children, detour) };
        var written = SanitizedHtml.Of(tree);

        // The tree is smaller than what it was made from, so a new element count bounds it; the clock runs on.
        using var again = await ParseAsync(ViewDocument.Frame(written), spent.ForSecondReading(), either);
        return again.Body is { LocalName: "body" } read && RoundTrip.Holds(tree, read) && SheetRoundTrip.Holds(tree.Sheet, SheetIn(again), remote.Views)
            ? new SanitizeResult.Done(written, tree.BlockedRemote, tree.BlockedOther, sheets.LeftOut) { Remote = tree.Remote, CutLinks = tree.CutLinks, Misleading = misleading, Links = tree.Links, Cards = cards }
            : new SanitizeResult.Refused(SanitizeRefusal.Ambiguous);
    }

    private static string SheetIn(IHtmlDocument document) => document.Head?.QuerySelector("style")?.TextContent ?? "";

    private static Task<IHtmlDocument> ParseAsync(string html, ParseBudget spent, CancellationToken cancellation)
    {
        var options = new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            OnCreated = (element, _) => spent.Count(element),
            SkipComments = true,
        };
        return new HtmlParser(options, BrowsingContext.New(Configuration.Default)).ParseDocumentAsync(html, cancellation);
    }
}
