namespace Pannier.Mail.Html;

/// <summary>
/// Keeps a tree such that parsing what is written gives the same tree. A tree that came out of the parser may lose this when
/// elements are taken out of it, or when it was read in quirks mode and is shown in standards mode; each rule answers one start-tag
/// rule of HTML §13.2.6.4.7 that closes an element we mean to stay open.
/// </summary>
internal static class Grammar
{
    private static readonly Declaration ParagraphGap = AllowedCss.Ours("margin", "1em 0");

    /// <summary>The tag to write instead of <paramref name="tag"/> so that nothing around it is closed.</summary>
    public static Tag Fit(Tag tag, OpenElement parent)
    {
        if (tag is Tag.A && IsInLink(parent)) return Tag.Span;
        if (tag is Tag.Li or Tag.Dd or Tag.Dt && IsInSameKindOfItem(tag, parent)) return Tag.Div;
        if (AllowedElements.Is(tag, ElementTraits.Heading) && AllowedElements.Is(parent.Tag, ElementTraits.Heading)) return Tag.Div;
        return tag;
    }

    /// <summary>Turns a paragraph that <paramref name="tag"/> would close into a division that looks the same.</summary>
    public static void KeepOpen(Tag tag, OpenElement parent)
    {
        if (!AllowedElements.Is(tag, ElementTraits.Block)) return;

        for (var open = parent; open is not null && !AllowedElements.Is(open.Tag, ElementTraits.Scope); open = open.Parent)
        {
            if (open.Tag is not Tag.P) continue;
            open.Tag = Tag.Div;
            open.Style = [ParagraphGap, .. open.Style];
        }
    }

    private static bool IsInLink(OpenElement parent)
    {
        for (var open = parent; open is not null && !AllowedElements.Is(open.Tag, ElementTraits.Marker); open = open.Parent)
            if (open.Tag is Tag.A)
                return true;
        return false;
    }

    private static bool IsInSameKindOfItem(Tag tag, OpenElement parent)
    {
        for (var open = parent; open is not null; open = open.Parent)
        {
            if (tag is Tag.Li ? open.Tag is Tag.Li : open.Tag is Tag.Dd or Tag.Dt) return true;
            if (AllowedElements.Is(open.Tag, ElementTraits.Special) && open.Tag is not (Tag.Address or Tag.Div or Tag.P)) return false;
        }

        return false;
    }
}
