using AngleSharp.Dom;
using Pannier.Mail.Html.Quotes;
using Pannier.Mail.Html.Sheets;
using Pannier.Mail.Html.Values;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Mail.Html;

/// <summary>Rebuilds a parsed body as a <see cref="BodyTree"/>: only what the tables allow is made, nothing is copied.</summary>
internal sealed class TreeBuilder(BodyWishes wishes, ReadSheets sheets, RemoteFinds remote, ParseBudget budget)
{
    private readonly BlockedCount blocked = new();
    private readonly Dictionary<string, CutLink> cutLinks = new(StringComparer.Ordinal);
    private readonly List<LinkTarget> links = [];
    private readonly Dictionary<string, StyleReading> styles = new(StringComparer.Ordinal);
    private QuotedStretch? quote;
    private Palette palette = sheets.Palette;

    /// <param name="body">The parser's body element.</param>
    /// <exception cref="BudgetSpent">Too deep, or out of time.</exception>
    public BodyTree Build(IElement body)
    {
        CountHead(body);
        quote = wishes.QuoteLabel is null ? null : QuotedEnd.In(body);

        // What the page says of itself becomes a division of its own: the frame's body is ours.
        var root = new OpenElement(null, Tag.Div);
        ReadAttributes(body, root);
        if (body.ParentElement is { } html) ReadAttributes(html, root);
        ReadPaper(body, root);
        var isPlain = root.Attributes.Count == 0 && root.Style.Count == 0 && sheets.Sheet.IsEmpty;

        AddChildren(body, root, 0);
        IReadOnlyList<Node> nodes = isPlain ? root.Children : [root.Close()];
        return new(wishes.QuoteLabel is null ? nodes : Folding.Checked(nodes), palette, Math.Max(0, blocked.Remote - remote.Given), blocked.Other)
        {
            Sheet = sheets.Sheet,
            Remote = remote.All,
            CutLinks = [.. cutLinks.Values],
            Links = links,
        };
    }

    private void CountHead(IElement body)
    {
        for (var before = body.PreviousElementSibling; before is not null; before = before.PreviousElementSibling)
            for (var child = before.FirstElementChild; child is not null; child = child.NextElementSibling)
                if (child.LocalName is not "meta")
                    blocked.Count(child);
    }

    // Old mail paints its page with attributes that only a body has.
    private void ReadPaper(IElement body, OpenElement root)
    {
        Add("background-color", body.GetAttribute("bgcolor"));
        Add("color", body.GetAttribute("text"));

        void Add(string property, string? colour)
        {
            if (colour is null || AllowedCss.Read(property, colour.Trim()) is not { } declaration) return;
            root.Style = StyleReader.Merge([declaration], root.Style);
            Paint();
        }
    }

    private void AddChildren(INode source, OpenElement parent, int depth)
    {
        budget.CheckDepth(depth);
        for (var child = source.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child == quote?.First && Grammar.MayStand(Tag.Details, parent)) child = AddQuote(child, parent, depth);
            else if (child is IText text) AddText(text.Data, parent);
            else if (child is IElement element) Add(element, parent, depth + 1);
        }
    }

    /// <returns>The last node of the fold.</returns>
    private INode AddQuote(INode first, OpenElement parent, int depth)
    {
        var (last, label) = (quote?.Last ?? first, wishes.QuoteLabel ?? "");
        quote = null; // once
        Grammar.KeepOpen(Tag.Details, parent);
        var fold = Folding.Begin(parent, label);
        for (INode? child = first; child is not null; child = child == last ? null : child.NextSibling)
        {
            if (child is IText text) AddText(text.Data, fold);
            else if (child is IElement element) Add(element, fold, depth + 1);
        }

        if (fold.Children.Count > 1) parent.Children.Add(fold.Close());
        return last;
    }

    private static void AddText(string text, OpenElement parent)
    {
        if (text.Length == 0 || AllowedElements.Is(parent.Tag, ElementTraits.TableFrame)) return;

        var clean = CleanText.Lines(text);
        if (parent.Children is [.., TextNode before]) parent.Children[^1] = new TextNode(before.Text + clean);
        else parent.Children.Add(new TextNode(clean));
    }

    private void Add(IElement element, OpenElement parent, int depth)
    {
        budget.CheckTime();
        if (element.NamespaceUri != NamespaceNames.HtmlUri)
        {
            blocked.Count(element);
            return;
        }

        if (AllowedElements.Find(element.LocalName) is { } tag && Grammar.MayStand(tag, parent)) Write(element, tag, parent, depth);
        else if (AllowedElements.FateOf(element.LocalName) is ElementFate.Unwrapped) Unwrap(element, parent, depth);
        else blocked.Count(element);
    }

    private void Unwrap(IElement element, OpenElement parent, int depth)
    {
        blocked.CountAttributes(element);
        AddChildren(element, parent, depth);
    }

    private void Write(IElement element, Tag wanted, OpenElement parent, int depth)
    {
        if (wanted is Tag.Img)
        {
            AddPicture(element, parent);
            return;
        }

        var open = new OpenElement(parent, Grammar.Fit(wanted, parent));
        if (ReadAttributes(element, open) is Visibility.Hidden && !StayHidden(open)) return;

        if (open.Tag is Tag.A) NameLink(open);
        Grammar.KeepOpen(open.Tag, parent);
        if (!AllowedElements.Is(open.Tag, ElementTraits.Void)) AddChildren(element, open, depth);
        parent.Children.Add(open.Close());
    }

    private void NameLink(OpenElement open)
    {
        if (open.Attributes.Find(attribute => attribute.Value is Href) is not { Value: Href { Target: var target } })
        {
            open.Tag = Tag.Span;
            return;
        }

        links.Add(target);
        if (wishes.NamesHosts is LinkNames.Named) open.Attributes.Add(new(AllowedAttributes.Leads, new Destination(target)));
    }

    private void AddPicture(IElement element, OpenElement parent)
    {
        var open = new OpenElement(parent, Tag.Img);
        if (ReadAttributes(element, open) is Visibility.Hidden && !StayHidden(open))
        {
            remote.Find(element.GetAttribute("src"), RemoteUse.Dot);
            return;
        }

        if ((FindPicture(element.GetAttribute("src")) ?? FindRemote(element, open)) is { } source)
        {
            open.Attributes.Insert(0, new(AllowedAttributes.Source, source));
            parent.Children.Add(open.Close());
        }
        else if (Placeholder.For(open.Attributes) is { } placeholder)
        {
            parent.Children.Add(placeholder);
        }
    }

    // What hides itself and is shown by a rule on narrow screens must be there to be shown; anything else that hides is left out.
    private bool StayHidden(OpenElement open)
    {
        if (!open.Classes.Exists(sheets.Names.MayShow)) return false;

        open.Style = [.. open.Style.Where(declaration => declaration.Property.Name != AllowedSheetCss.Hidden.Property.Name), AllowedSheetCss.Hidden];
        return true;
    }

    private void Paint() => palette = palette is Palette.Readers ? Palette.Authors : palette;

    private PictureSource? FindPicture(string? source)
    {
        if (source?.Trim() is not { } trimmed || !trimmed.StartsWith("cid:", StringComparison.OrdinalIgnoreCase)) return null;

        var id = trimmed[4..];
        return wishes.Cids.TryGetValue(id, out var url) || wishes.Cids.TryGetValue(Uri.UnescapeDataString(id), out url) ? PictureSource.Of(url) : null;
    }

    private PictureSource? FindRemote(IElement element, OpenElement open)
    {
        var (address, candidates) = (element.GetAttribute("src"), element.GetAttribute("srcset"));
        var use = IsDot(open) ? RemoteUse.Dot : RemoteUse.Picture;
        var source = remote.Find(address, use) ?? (address is null || !address.Contains("//", StringComparison.Ordinal) ? remote.Find(Srcset.Best(candidates), use) : null);
        if (source is not null && address?.Contains("//", StringComparison.Ordinal) == true && candidates?.Contains("//", StringComparison.Ordinal) == true) remote.Given++; // one picture, counted by both
        return source;
    }

    // A pixel, or less, whatever says so.
    private static bool IsDot(OpenElement open) =>
        open.Attributes.Exists(attribute => attribute.Name.Name is "width" or "height" && attribute.Value is Length { Unit: Unit.None, Amount: < 2 })
        || open.Style.Any(declaration => declaration.Property.Name is "width" or "height" or "max-width" or "max-height" && declaration.Value is Length { Unit: Unit.None or Unit.Px, Amount: < 2 });

    private Visibility ReadAttributes(IElement element, OpenElement open)
    {
        var visibility = Visibility.Shown;
        blocked.CountAttributes(element);
        sheets.Names.Collect(element.GetAttribute("class"), element.GetAttribute("id"), open.Classes);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.LocalName is "style")
            {
                var reading = StyleOf(attribute.Value);
                open.Style = StyleReader.Merge(reading.Declarations, open.Style);
                blocked.Remote += reading.Remote;
                if (reading.Visibility is Visibility.Hidden) visibility = Visibility.Hidden;
                foreach (var declaration in reading.Declarations)
                    if (AllowedCss.Paints(declaration.Property) || BackgroundReader.IsPicture(declaration))
                        Paint();
            }
            else if (attribute.LocalName is "background")
            {
                if (remote.Background(attribute.Value) is not { } picture) continue;
                open.Style = StyleReader.Merge([BackgroundReader.Of(picture)], open.Style);
                Paint();
            }
            else if (attribute.LocalName is "hidden")
            {
                visibility = Visibility.Hidden;
            }
            else if (AllowedAttributes.Read(open.Tag, attribute.LocalName, attribute.Value) is { } read)
            {
                if (!open.Attributes.Exists(before => before.Name == read.Name)) open.Attributes.Add(WithoutTracking(read));
                if (AllowedAttributes.Paints(read.Name)) Paint();
            }
        }

        return visibility;
    }

    /// <summary>Newsletters say the same of every cell: it is read once, unless it names pictures, each of which is counted.</summary>
    private StyleReading StyleOf(string style)
    {
        if (styles.TryGetValue(style, out var known)) return known;

        var reading = StyleReader.Read(style, remote.Background);
        if (!style.Contains("url", StringComparison.OrdinalIgnoreCase) && !style.Contains("src", StringComparison.OrdinalIgnoreCase) && !style.Contains("image", StringComparison.OrdinalIgnoreCase) && !style.Contains('\\', StringComparison.Ordinal)) styles[style] = reading;
        return reading;
    }

    private HtmlAttribute WithoutTracking(HtmlAttribute attribute)
    {
        if (wishes.Links is LinkCare.AsSent || attribute.Value is not Href { Target: WebUrl address } || CutLink.Of(address) is not { } cut) return attribute;

        cutLinks.TryAdd(address.Value, cut);
        return attribute with { Value = new Href(cut.Cut) };
    }
}
