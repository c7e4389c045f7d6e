using System.Collections.Frozen;

namespace Pannier.Mail.Html.Sheets;

/// <summary>The pseudo-classes by their names in CSS. <c>:visited</c>, <c>:target</c>, <c>:has()</c> and all others are none.</summary>
internal static class PseudoClasses
{
    private static readonly (PseudoClass Class, string Name)[] All =
    [
        (PseudoClass.Active, "active"),
        (PseudoClass.FirstChild, "first-child"),
        (PseudoClass.FirstOfType, "first-of-type"),
        (PseudoClass.Focus, "focus"),
        (PseudoClass.Hover, "hover"),
        (PseudoClass.LastChild, "last-child"),
        (PseudoClass.LastOfType, "last-of-type"),
        (PseudoClass.Link, "link"),
        (PseudoClass.OnlyChild, "only-child"),
    ];

    private static readonly FrozenDictionary<string, PseudoClass> ByName = All.ToFrozenDictionary(one => one.Name, one => one.Class, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<PseudoClass, string> Names = All.ToFrozenDictionary(one => one.Class, one => one.Name);

    /// <summary>Null for what a rule may not ask for.</summary>
    public static PseudoClass? Find(string name) => ByName.TryGetValue(name, out var found) ? found : null;

    public static string NameOf(PseudoClass pseudo) => Names[pseudo];
}
