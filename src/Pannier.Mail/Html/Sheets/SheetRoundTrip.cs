using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// Whether a sheet is read as it was meant: <c>parse(write(sheet)) == sheet</c>. It is read by the grammar that reads senders' sheets, and
/// is held against what was written, so that anything lost, added or moved on the way is seen.
/// </summary>
internal static class SheetRoundTrip
{
    private static readonly SanitizeBudget NoLimit = new() { StyleBytes = int.MaxValue, StyleRules = int.MaxValue, StyleSelectors = int.MaxValue };

    /// <param name="read">What an HTML parser found in the document's second style element.</param>
    /// <param name="views">The only addresses that a background may have.</param>
    public static bool Holds(StyleSheet sheet, string read, IReadOnlySet<string> views) => read == SheetWriter.Write(sheet) && Reads(sheet, ViewTheme.Auto, views)
        && (!sheet.KnowsSchemes || (Reads(sheet, ViewTheme.Light, views) && Reads(sheet, ViewTheme.Dark, views)));

    private static bool Reads(StyleSheet sheet, ViewTheme theme, IReadOnlySet<string> views)
    {
        var written = SheetWriter.Write(sheet.For(theme));
        return new SheetReader(SheetOrigin.Writer, new(NoLimit), new(null), address => views.Contains(address) ? PictureSource.Of(address) : null).Read(written, null) is { } groups && SheetWriter.Write(new(groups)) == written;
    }
}
