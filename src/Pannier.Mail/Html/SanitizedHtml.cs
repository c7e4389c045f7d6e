namespace Pannier.Mail.Html;

/// <summary>Markup for the body of a <see cref="ViewDocument"/>, and for no other place. Written from a typed tree; nothing touches it afterwards.</summary>
public sealed class SanitizedHtml
{
    private readonly string markup;

    private SanitizedHtml(string markup, Palette palette)
    {
        this.markup = markup;
        Palette = palette;
    }

    public Palette Palette { get; }

    /// <summary>The markup.</summary>
    public override string ToString() => markup;

    internal static SanitizedHtml Of(BodyTree tree) => new(HtmlWriter.Write(tree), tree.Palette);
}
