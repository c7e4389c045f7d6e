using System.Globalization;
using System.Net;
using Pannier.Mail.Text;

namespace Pannier.Mail.Html;

/// <summary>One body on its way to text.</summary>
internal sealed class TextConversion(int most, TextAim aim)
{
    private const int MostLists = 10;

    private readonly TextLayout layout = new(most);
    private readonly Stack<int?> lists = new(); // null: not numbered; else the last number
    private string? linkTo;
    private int linkFrom;
    private int preformatted;
    private bool isPreStart; // its first line feed is not part of it

    public string Run(ReadOnlySpan<char> html)
    {
        var scanner = new TagScanner(html);
        while (!layout.IsFull && scanner.Next())
        {
            if (scanner.Kind is MarkupKind.Text) Text(scanner.Value);
            else if (scanner.Kind is MarkupKind.End) End(Name(scanner.Value));
            else if (aim is TextAim.Reading && IsHidden(scanner)) SkipElement(ref scanner);
            else Start(Name(scanner.Value), scanner.Attributes);
        }

        CloseLink();
        return layout.ToString();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text;
        if (preformatted > 0) layout.Lines(isPreStart && decoded is ['\n', ..] ? decoded[1..] : decoded);
        else layout.Words(decoded);
        isPreStart = false;
    }

    private void Start(string name, ReadOnlySpan<char> attributes)
    {
        switch (name)
        {
            case "br":
                layout.EndLine();
                break;
            case "hr":
                layout.Break(1);
                if (aim is TextAim.Reading) layout.Words("----------");
                layout.Break(1);
                break;
            case "a":
                CloseLink();
                linkTo = LinkTarget.Read(Decode(TagScanner.Find(attributes, "href")))?.Value;
                linkFrom = layout.Length;
                break;
            case "img" when aim is TextAim.Reading && TagScanner.Find(attributes, "alt") is { IsEmpty: false } alt:
                layout.Words($"[{CleanText.OneLine(Decode(alt))}]");
                break;
            case "ul" or "menu" or "dir" when lists.Count < MostLists:
                layout.Break(lists.Count == 0 ? 2 : 1);
                lists.Push(null);
                break;
            case "ol" when lists.Count < MostLists:
                layout.Break(lists.Count == 0 ? 2 : 1);
                lists.Push(int.TryParse(TagScanner.Find(attributes, "start"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first - 1 : 0);
                break;
            case "li":
                layout.Break(1);
                layout.Mark = aim is TextAim.Reading ? ItemMark() : "";
                break;
            case "blockquote":
                layout.Quote(+1);
                break;
            case "pre":
                layout.Break(2);
                preformatted++;
                isPreStart = true;
                break;
            case "td" or "th":
                layout.Blank();
                break;
            default:
                Part(name);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "a":
                CloseLink();
                break;
            case "ul" or "ol" or "menu" or "dir":
                lists.TryPop(out _);
                layout.Break(lists.Count == 0 ? 2 : 1);
                break;
            case "blockquote":
                layout.Quote(-1);
                layout.Break(1);
                break;
            case "pre":
                preformatted = Math.Max(0, preformatted - 1);
                layout.Break(2);
                break;
            default:
                Part(name);
                break;
        }
    }

    // What stands on lines of its own, with a blank line around it or without.
    private void Part(string name)
    {
        if (name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dl" or "figure") layout.Break(2);
        else if (name is "div" or "tr" or "table" or "dt" or "dd" or "center" or "address" or "section" or "article" or "header" or "footer"
            or "main" or "nav" or "aside" or "li" or "form" or "fieldset" or "caption" or "figcaption" or "body" or "head")
            layout.Break(1);
    }

    // "Shop <https://shop.example/>", but not an address that is its own text.
    private void CloseLink()
    {
        if (linkTo is { } address && aim is TextAim.Reading && layout.Length > linkFrom)
        {
            var shown = layout.TextFrom(linkFrom);
            if (!address.Contains(shown, StringComparison.OrdinalIgnoreCase)) layout.Words($" <{address}>");
        }

        linkTo = null;
    }

    private string ItemMark()
    {
        var indent = new string(' ', 2 * Math.Max(0, lists.Count - 1));
        if (!lists.TryPop(out var number)) return "- ";

        lists.Push(number + 1);
        return number is { } last ? string.Create(CultureInfo.InvariantCulture, $"{indent}{last + 1}. ") : indent + "- ";
    }

    private static bool IsHidden(TagScanner scanner) =>
        TagScanner.Find(scanner.Attributes, "style") is { IsEmpty: false } style && StyleReader.Read(Decode(style)).Visibility is Visibility.Hidden;

    // To its end tag, past elements of the same name inside; a void element holds nothing.
    private static void SkipElement(ref TagScanner scanner)
    {
        var name = Name(scanner.Value);
        if (AllowedElements.Find(name) is { } tag && AllowedElements.Is(tag, ElementTraits.Void)) return;

        for (var depth = 1; depth > 0 && scanner.Next();)
            if (scanner.Kind is not MarkupKind.Text && scanner.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                depth += scanner.Kind is MarkupKind.Start ? 1 : -1;
    }

    private static string Decode(ReadOnlySpan<char> value) => WebUtility.HtmlDecode(value.ToString());

    private static string Name(ReadOnlySpan<char> name) => name.Length > 16 ? "" : name.ToString().ToLowerInvariant();
}
