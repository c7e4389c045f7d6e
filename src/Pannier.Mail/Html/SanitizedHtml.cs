using Pannier.Mail.Html.Sheets;

namespace Pannier.Mail.Html;

/// <summary>Markup for the body of a <see cref="ViewDocument"/>, and for no other place. Written from a typed tree; nothing touches it afterwards.</summary>
public sealed class SanitizedHtml
{
    private readonly string markup;
    private readonly StyleSheet sheet;

    private SanitizedHtml(string markup, StyleSheet sheet, Palette palette)
    {
        this.markup = markup;
        this.sheet = sheet;
        Palette = palette;
    }

    public Palette Palette { get; }

    /// <summary>The markup.</summary>
    public override string ToString() => markup;

    /// <summary>The message's own style sheet for a theme; empty when it has none.</summary>
    internal string SheetFor(ViewTheme theme) => SheetWriter.Write(sheet.For(theme));

    internal static SanitizedHtml Of(BodyTree tree) => new(HtmlWriter.Write(tree), tree.Sheet, tree.Palette);
}
