using AngleSharp.Html.Dom;

namespace Pannier.Mail.Html.Sheets;

/// <summary>All of a message's style sheets as one.</summary>
/// <param name="LeftOut">How many style elements were over the budget, and are not in it.</param>
internal sealed record ReadSheets(StyleSheet Sheet, SheetNames Names, Palette Palette, int LeftOut)
{
    public static ReadSheets None { get; } = new(StyleSheet.Empty, new(new HashSet<string>()), Palette.Readers, 0);

    public static ReadSheets Of(IHtmlDocument document, SanitizeBudget limits, FindBackground? find)
    {
        var found = SheetFinder.In(document);
        if (found.Sheets.Count == 0) return None;

        var names = new SheetNames(found.Names);
        var reader = new SheetReader(SheetOrigin.Sender, new(limits), names, find);
        var (groups, leftOut) = (new List<RuleGroup>(), 0);
        foreach (var element in found.Sheets)
        {
            if (reader.Read(element.TextContent, element.GetAttribute("media")) is { } read) groups.AddRange(read);
            else leftOut++;
        }

        return new(new(groups), names, PaletteOf(groups), leftOut);
    }

    // Whoever wrote colours for the dark has seen the message on dark paper.
    private static Palette PaletteOf(List<RuleGroup> groups) =>
        groups.Exists(group => group.IsForDark && Paints(group)) ? Palette.LightAndDark
        : groups.Exists(Paints) ? Palette.Authors
        : Palette.Readers;

    private static bool Paints(RuleGroup group) =>
        group.Rules.Any(rule => rule.Declarations.Any(one => AllowedCss.Paints(one.Declaration.Property)));
}
