using System.Collections.Frozen;
using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// What rules may use beyond <see cref="AllowedCss"/>: the ways to hide and to show. An attribute that hides takes its element out of
/// the tree; a rule may hide on wide screens and show on narrow ones, so that both are kept.
/// </summary>
internal static class AllowedSheetCss
{
    private static readonly FrozenDictionary<string, CssProperty> ByName = new CssProperty[]
    {
        new("display", Word.OneOf(
            "none", "block", "inline", "inline-block", "inline-table", "list-item", "table", "table-caption", "table-cell", "table-footer-group",
            "table-header-group", "table-row", "table-row-group")),
        new("visibility", Word.OneOf("visible", "hidden", "collapse")),
        new("overflow", Word.OneOf("visible", "hidden", "auto")),
        new("opacity", Fraction.Read),
    }.ToFrozenDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CssProperty>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>For an element that hides itself and that a rule may show again.</summary>
    public static Declaration Hidden { get; } = Read("display", "none") ?? throw new InvalidOperationException("It is in the table.");

    /// <summary>Reads one declaration; null when the property or the value is not allowed.</summary>
    public static Declaration? Read(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        !Lookup.TryGetValue(name, out var property) ? AllowedCss.Read(name, value)
        : property.Read(value) is { } read ? new(property, read)
        : null;

    /// <summary>True for what may show an element that was hidden.</summary>
    public static bool Shows(Declaration declaration) => declaration.Property == Hidden.Property && declaration.Value != Hidden.Value;
}
