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
        if (!IsInItsTable(tag, parent.Tag)) return Tag.Div;
        if (AllowedElements.Is(tag, ElementTraits.Heading) && AllowedElements.Is(parent.Tag, ElementTraits.Heading)) return Tag.Div;
        return tag;
    }

    /// <summary>False for what a parser would move out of a table: the empty form it leaves between rows, for one.</summary>
    public static bool MayStand(Tag tag, OpenElement parent) =>
        !AllowedElements.Is(parent.Tag, ElementTraits.TableFrame) || AllowedElements.Is(tag, ElementTraits.TablePart);

    /// <summary>Turns a paragraph that <paramref name="tag"/> would close into a division that looks the same.</summary>
    public static void KeepOpen(Tag tag, OpenElement parent)
    {
        if (!AllowedElements.Is(tag, ElementTraits.Block)) return;

        for (var open = parent; open is not null && !AllowedElements.Is(open.Tag, ElementTraits.Scope); open = open.Parent)
        {
            if (open.Tag is not Tag.P) continue;
            open.Tag = Tag.Div;
            open.Style = StyleReader.Merge([ParagraphGap], open.Style);
        }
    }

    // The parser puts table parts in their places, but for a slip: after <table><pre> it leaves the rows outside.
    private static bool IsInItsTable(Tag tag, Tag parent) => tag switch
    {
        Tag.Caption or Tag.Colgroup or Tag.Thead or Tag.Tbody or Tag.Tfoot => parent is Tag.Table,
        Tag.Tr => parent is Tag.Thead or Tag.Tbody or Tag.Tfoot,
        Tag.Td or Tag.Th => parent is Tag.Tr,
        Tag.Col => parent is Tag.Colgroup,
        _ => true,
    };

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
