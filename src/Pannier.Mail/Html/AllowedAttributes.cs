using System.Collections.Frozen;
using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>
/// The attributes a message may use, by element, each with the reader of its values. <c>style</c> is read by
/// <see cref="StyleReader"/>, a picture's <c>src</c> by <see cref="TreeBuilder"/>; <c>target</c> and <c>rel</c> are the writer's.
/// No <c>id</c>, <c>name</c>, event or other address exists here; <c>class</c> holds numbers of ours (<see cref="Sheets.ClassName"/>).
/// </summary>
internal static class AllowedAttributes
{
    private static readonly ValueReader Pixels = Whole.Between(0, 200);

    private static readonly AllowedAttribute Align = new("align", Word.OneOf("left", "right", "center", "justify", "middle", "top", "bottom", "absmiddle", "char"));
    private static readonly AllowedAttribute BackColour = new("bgcolor", Colour.Read);
    private static readonly AllowedAttribute Border = new("border", Pixels);
    private static readonly AllowedAttribute Height = new("height", Length.Dimension);
    private static readonly AllowedAttribute ListKind = new("type", Word.Exactly("1", "a", "A", "i", "I", "disc", "circle", "square"));
    private static readonly AllowedAttribute Number = new("value", Whole.Between(-100_000, 100_000));
    private static readonly AllowedAttribute VerticalAlign = new("valign", Word.OneOf("top", "middle", "bottom", "baseline"));
    private static readonly AllowedAttribute Width = new("width", Length.Dimension);

    private static readonly AllowedAttribute[] Everywhere =
    [
        new("dir", Word.OneOf("ltr", "rtl", "auto")),
        new("lang", LanguageTag.Read),
        new("title", Note.Read),
        new("role", Word.OneOf("presentation", "none")),
        new("aria-hidden", Word.OneOf("true")),
    ];

    private static readonly AllowedAttribute[] Cell =
    [
        Align, VerticalAlign, BackColour, Width, Height,
        new("colspan", Whole.Between(1, 100)),
        new("rowspan", Whole.Between(0, 1000)),
        new("nowrap", Flag.Read),
        new("scope", Word.OneOf("row", "col", "rowgroup", "colgroup")),
    ];

    private static readonly AllowedAttribute[] Rows = [Align, VerticalAlign, BackColour, Height];

    private static readonly Dictionary<Tag, AllowedAttribute[]> Own = new()
    {
        [Tag.A] = [new("href", Href.Read)],
        [Tag.Br] = [new("clear", Word.OneOf("left", "right", "all", "none"))],
        [Tag.Caption] = [Align],
        [Tag.Col] = [Align, VerticalAlign, Width, new("span", Whole.Between(1, 100))],
        [Tag.Colgroup] = [Align, VerticalAlign, Width, new("span", Whole.Between(1, 100))],
        [Tag.Div] = [Align],
        [Tag.Font] = [new("color", Colour.Read), new("face", FontNames.Read), new("size", Word.OneOf("1", "2", "3", "4", "5", "6", "7", "+1", "+2", "+3", "+4", "-1", "-2", "-3"))],
        [Tag.H1] = [Align],
        [Tag.H2] = [Align],
        [Tag.H3] = [Align],
        [Tag.H4] = [Align],
        [Tag.H5] = [Align],
        [Tag.H6] = [Align],
        [Tag.Hr] = [Align, Width, new("color", Colour.Read), new("size", Pixels), new("noshade", Flag.Read)],
        [Tag.Img] = [new("alt", Note.Read), Align, Width, Height, Border, new("hspace", Pixels), new("vspace", Pixels)],
        [Tag.Li] = [ListKind, Number],
        [Tag.Ol] = [ListKind, new("start", Whole.Between(-100_000, 100_000)), new("reversed", Flag.Read)],
        [Tag.P] = [Align],
        [Tag.Table] =
        [
            Align, BackColour, Width, Height, Border,
            new("bordercolor", Colour.Read),
            new("cellpadding", Pixels),
            new("cellspacing", Pixels),
            new("rules", Word.OneOf("none", "groups", "rows", "cols", "all")),
        ],
        [Tag.Tbody] = Rows,
        [Tag.Thead] = Rows,
        [Tag.Tfoot] = Rows,
        [Tag.Tr] = Rows,
        [Tag.Td] = Cell,
        [Tag.Th] = Cell,
        [Tag.Ul] = [ListKind],
    };

    private static readonly FrozenDictionary<string, AllowedAttribute>[] ByTag =
    [
        .. Enum.GetValues<Tag>().Select(tag => Everywhere.Concat(Own.GetValueOrDefault(tag, []))
            .DistinctBy(attribute => attribute.Name)
            .ToFrozenDictionary(attribute => attribute.Name)),
    ];

    /// <summary>The one a caller-given address goes into.</summary>
    public static AllowedAttribute Source { get; } = new("src", _ => null);

    /// <summary>Where a link leads, which we say: no sender's attribute becomes it.</summary>
    public static AllowedAttribute Leads { get; } = new("data-to", _ => null);

    /// <summary>Reads one attribute; null when the element may not have it or the value is not allowed.</summary>
    public static HtmlAttribute? Read(Tag tag, string name, string value) =>
        ByTag[(int)tag].TryGetValue(name, out var attribute) && attribute.Read(value.AsSpan().Trim()) is { } read ? new(attribute, read) : null;

    /// <summary>True for what makes a message bring its own colours.</summary>
    public static bool Paints(AllowedAttribute attribute) => attribute.Name is "bgcolor" or "color";
}
