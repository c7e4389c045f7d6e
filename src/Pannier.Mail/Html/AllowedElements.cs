using System.Collections.Frozen;

namespace Pannier.Mail.Html;

/// <summary>
/// The elements a message may use, what stands in for others, and what goes with all it holds. An element in none of these lists
/// is taken off and its content kept. Names outside the HTML namespace (SVG, MathML) always go with their content.
/// </summary>
internal static class AllowedElements
{
    private static readonly Tag[] Headings = [Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6];
    private static readonly Tag[] Void = [Tag.Br, Tag.Col, Tag.Hr, Tag.Img, Tag.Wbr];
    private static readonly Tag[] TableParts = [Tag.Caption, Tag.Col, Tag.Colgroup, Tag.Tbody, Tag.Td, Tag.Tfoot, Tag.Th, Tag.Thead, Tag.Tr];

    // Their start tags close an open <p> (HTML §13.2.6.4.7).
    private static readonly Tag[] Blocks =
    [
        Tag.Address, Tag.Article, Tag.Aside, Tag.Blockquote, Tag.Center, Tag.Dd, Tag.Details, Tag.Div, Tag.Dl, Tag.Dt, Tag.Figcaption, Tag.Figure,
        Tag.Footer, .. Headings, Tag.Header, Tag.Hr, Tag.Li, Tag.Main, Tag.Nav, Tag.Ol, Tag.P, Tag.Pre, Tag.Section, Tag.Summary, Tag.Table, Tag.Ul,
    ];

    // Where the rows of a table hold nothing but each other, and blanks mean nothing.
    private static readonly Tag[] Frames = [Tag.Table, Tag.Thead, Tag.Tbody, Tag.Tfoot, Tag.Tr, Tag.Colgroup];

    // The fold of a quoted end, which only we write: a sender's own becomes a section that is open.
    private static readonly Tag[] Ours = [Tag.Details, Tag.Summary];

    private static readonly FrozenDictionary<string, Tag> ByName = Enum.GetValues<Tag>()
        .Except(Ours)
        .Select(tag => KeyValuePair.Create(Name(tag), tag))
        .Concat(new Dictionary<string, Tag>
        {
            ["acronym"] = Tag.Abbr,
            ["details"] = Tag.Section,
            ["dialog"] = Tag.Section,
            ["fieldset"] = Tag.Section,
            ["form"] = Tag.Section,
            ["hgroup"] = Tag.Section,
            ["legend"] = Tag.Div,
            ["summary"] = Tag.Div,
            ["dir"] = Tag.Ul,
            ["menu"] = Tag.Ul,
            ["listing"] = Tag.Pre,
            ["plaintext"] = Tag.Pre,
            ["xmp"] = Tag.Pre,
        })
        .ToFrozenDictionary();

    private static readonly FrozenSet<string> Silent = new[]
    {
        "head", "title", "style", "noscript", "template", "noembed", "noframes", "datalist", "param", "rp", "source", "track",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Active = new[]
    {
        "applet", "area", "audio", "base", "bgsound", "canvas", "embed", "frame", "frameset", "iframe", "input", "link", "map", "meta", "meter",
        "object", "output", "portal", "progress", "script", "select", "textarea", "video",
    }.ToFrozenSet();

    private static readonly string[] Names = [.. Enum.GetNames<Tag>().Select(name => name.ToLowerInvariant())];
    private static readonly ElementTraits[] Traits = [.. Enum.GetValues<Tag>().Select(FindTraits)];

    /// <summary>The element to write for a name in lower case; null when there is none.</summary>
    public static Tag? Find(string name) => ByName.TryGetValue(name, out var tag) ? tag : null;

    /// <summary>The element that a sheet may name; null when a message has none.</summary>
    public static Tag? FindForSheet(string name) => Enum.TryParse<Tag>(name, ignoreCase: true, out var tag) && !Ours.Contains(tag) ? tag : null;

    public static string NameOf(Tag tag) => Names[(int)tag];

    public static bool Is(Tag tag, ElementTraits trait) => (Traits[(int)tag] & trait) != 0;

    /// <summary>What becomes of an element that cannot be written.</summary>
    public static ElementFate FateOf(string name) =>
        Active.Contains(name) ? ElementFate.Blocked : Silent.Contains(name) ? ElementFate.Dropped : ElementFate.Unwrapped;

    private static string Name(Tag tag) => tag.ToString().ToLowerInvariant();

    private static ElementTraits FindTraits(Tag tag)
    {
        var traits = ElementTraits.None;
        Add(Void, ElementTraits.Void);
        Add(Blocks, ElementTraits.Block | ElementTraits.Special);
        Add(TableParts, ElementTraits.TablePart | ElementTraits.Special);
        Add(Headings, ElementTraits.Heading);
        Add(Frames, ElementTraits.TableFrame);
        Add([Tag.Table, Tag.Td, Tag.Th, Tag.Caption], ElementTraits.Scope);
        Add([Tag.Td, Tag.Th, Tag.Caption], ElementTraits.Marker);
        return traits;

        void Add(Tag[] set, ElementTraits trait) => traits |= set.Contains(tag) ? trait : ElementTraits.None;
    }
}
