namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// Whether a sheet is read as it was meant: <c>parse(write(sheet)) == sheet</c>. It is read by the grammar that reads senders' sheets, and
/// is held against what was written, so that anything lost, added or moved on the way is seen.
/// </summary>
internal static class SheetRoundTrip
{
    private static readonly SanitizeBudget NoLimit = new() { StyleBytes = int.MaxValue, StyleRules = int.MaxValue, StyleSelectors = int.MaxValue };

    /// <param name="read">What an HTML parser found in the document's second style element.</param>
    public static bool Holds(StyleSheet sheet, string read) => read == SheetWriter.Write(sheet) && Reads(sheet, ViewTheme.Auto)
        && (!sheet.KnowsSchemes || (Reads(sheet, ViewTheme.Light) && Reads(sheet, ViewTheme.Dark)));

    private static bool Reads(StyleSheet sheet, ViewTheme theme)
    {
        var written = SheetWriter.Write(sheet.For(theme));
        return new SheetReader(SheetOrigin.Writer, new(NoLimit), new(null)).Read(written, null) is { } groups && SheetWriter.Write(new(groups)) == written;
    }
}
