using System.Collections.Frozen;
using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>
/// The CSS a message may use, each property with the reader of its values. What cannot be read into a value cannot be
/// written: there is no <c>url()</c>, <c>var()</c>, <c>expression()</c>, <c>attr()</c> or <c>calc()</c>, and nothing that lifts a box
/// out of the flow (position, z-index, transform, negative margins).
/// </summary>
internal static class AllowedCss
{
    private static readonly ValueReader Size = Length.UpTo(5000, 100);
    private static readonly ValueReader Auto = Word.OneOf("auto", "inherit", "initial");
    private static readonly ValueReader Gap = Length.UpTo(400, 100);
    private static readonly ValueReader Thickness = Either(Length.UpTo(100, 0), Word.OneOf("thin", "medium", "thick"));
    private static readonly ValueReader Line = Word.OneOf("none", "hidden", "solid", "dashed", "dotted", "double", "groove", "ridge", "inset", "outset");
    private static readonly ValueReader Paint = Either(Colour.Read, Word.OneOf("transparent", "currentcolor", "inherit", "windowtext"));
    private static readonly ValueReader Border = Several.Of(3, Thickness, Line, Paint);
    private static readonly ValueReader Box = Either(Size, Auto);

    private static readonly CssProperty BackgroundColor = new("background-color", Paint);

    private static readonly FrozenDictionary<string, CssProperty> ByName = new CssProperty[]
    {
        BackgroundColor,
        new("color", Paint),

        new("font-family", FontNames.Read),
        new("font-size", Either(Length.UpTo(200, 500), Word.OneOf("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger", "inherit"))),
        new("font-style", Word.OneOf("normal", "italic", "oblique", "inherit")),
        new("font-variant", Word.OneOf("normal", "small-caps")),
        new("font-weight", Either(Whole.Between(100, 900), Word.OneOf("normal", "bold", "bolder", "lighter", "inherit"))),
        new("line-height", Either(Length.MultipleOr(10, 400, 1000), Word.OneOf("normal", "inherit"))),
        new("letter-spacing", Either(Length.UpTo(20, 0), Word.OneOf("normal"))),
        new("text-align", Word.OneOf("left", "right", "center", "justify", "start", "end", "inherit")),
        new("text-decoration", Several.Of(3, Word.OneOf("none", "underline", "overline", "line-through", "inherit"))),
        new("text-indent", Gap),
        new("text-transform", Word.OneOf("none", "uppercase", "lowercase", "capitalize")),
        new("direction", Word.OneOf("ltr", "rtl")),
        new("unicode-bidi", Word.OneOf("normal", "embed", "isolate", "plaintext")),
        new("white-space", Word.OneOf("normal", "nowrap", "pre", "pre-wrap", "pre-line")),
        new("word-break", Word.OneOf("normal", "break-all", "keep-all", "break-word")),
        new("word-wrap", Word.OneOf("normal", "break-word")),
        new("overflow-wrap", Word.OneOf("normal", "break-word", "anywhere")),

        new("width", Box),
        new("height", Box),
        new("max-width", Either(Size, Word.OneOf("none"))),
        new("max-height", Either(Size, Word.OneOf("none"))),
        new("min-width", Box),
        new("min-height", Box),
        new("padding", Several.Of(4, Gap)),
        new("padding-top", Gap),
        new("padding-right", Gap),
        new("padding-bottom", Gap),
        new("padding-left", Gap),
        new("margin", Several.Of(4, Gap, Auto)),
        new("margin-top", Either(Gap, Auto)),
        new("margin-right", Either(Gap, Auto)),
        new("margin-bottom", Either(Gap, Auto)),
        new("margin-left", Either(Gap, Auto)),
        new("box-sizing", Word.OneOf("content-box", "border-box")),
        new("display", Word.OneOf("block", "inline", "inline-block", "list-item", "table", "table-row", "table-cell")),
        new("vertical-align", Either(Gap, Word.OneOf("baseline", "sub", "super", "top", "text-top", "middle", "bottom", "text-bottom"))),

        new("border", Border),
        new("border-top", Border),
        new("border-right", Border),
        new("border-bottom", Border),
        new("border-left", Border),
        new("border-width", Several.Of(4, Thickness)),
        new("border-top-width", Thickness),
        new("border-right-width", Thickness),
        new("border-bottom-width", Thickness),
        new("border-left-width", Thickness),
        new("border-style", Several.Of(4, Line)),
        new("border-color", Several.Of(4, Paint)),
        new("border-radius", Several.Of(4, Gap)),
        new("border-collapse", Word.OneOf("collapse", "separate")),
        new("border-spacing", Several.Of(2, Length.UpTo(100, 0))),
        new("table-layout", Word.OneOf("auto", "fixed")),
        new("list-style-type", Word.OneOf("none", "disc", "circle", "square", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman")),
    }.Append(new("background", Several.AnyOf(Paint))).ToFrozenDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CssProperty>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads one declaration; null when the property or the value is not allowed.</summary>
    public static Declaration? Read(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!Lookup.TryGetValue(name, out var property) || property.Read(value) is not { } read) return null;

        // Of the background only a colour can be kept, and it is written as what it is.
        return new(property.Name == "background" ? BackgroundColor : property, read);
    }

    /// <summary>A declaration of ours, in the same grammar.</summary>
    public static Declaration Ours(string name, string value) =>
        Read(name, value) ?? throw new ArgumentException("Not in the grammar.", nameof(value));

    /// <summary>True for what makes a message bring its own colours, and with them its own contrast.</summary>
    public static bool Paints(CssProperty property) => property.Name is "color" or "background-color";

    private static ValueReader Either(ValueReader first, ValueReader second) => text => first(text) ?? second(text);
}
