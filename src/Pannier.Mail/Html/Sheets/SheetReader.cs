namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// Reads a style sheet into groups of rules. Of at-rules there is <c>@media</c> and no other: <c>@import</c>, <c>@font-face</c>,
/// <c>@keyframes</c>, <c>@supports</c>, <c>@container</c>, <c>@layer</c> and those to come go with all they hold.
/// </summary>
/// <param name="find">Gives background pictures their address; null for none.</param>
internal sealed class SheetReader(SheetOrigin origin, SheetBudget budget, SheetNames names, FindBackground? find = null)
{
    private readonly SelectorReader _selectors = new(origin, names);

    /// <summary>Reads one <c>style</c> element; null when it is over the budget, and then none of it is kept.</summary>
    /// <param name="media">The element's own condition; null or blank for none.</param>
    public IReadOnlyList<RuleGroup>? Read(string css, string? media)
    {
        if (!budget.TakeBytes(css.Length)) return null;
        if (MediaReader.Read(media) is not { } outer) return [];

        var groups = new List<RuleGroup>();
        var before = names.Count;
        if (ReadInto(groups, CssText.WithoutComments(css), outer)) return groups;

        names.TakeBack(before);
        return null;
    }

    private bool ReadInto(List<RuleGroup> groups, ReadOnlySpan<char> css, IReadOnlyList<MediaQuery> media)
    {
        var rules = new List<StyleRule>();
        for (var scanner = new SheetScanner(css); scanner.Next();)
        {
            if (!budget.TakeRule()) return false;
            if (scanner.Prelude is not ['@', ..])
            {
                if (!ReadRule(scanner.Prelude, scanner.Block, rules)) return false;
                continue;
            }

            // The order of rules is their meaning: what stood before stays before.
            Close();
            if (Within(media, scanner.Prelude) is { } inner && !ReadInto(groups, scanner.Block, inner)) return false;
        }

        Close();
        return true;

        void Close()
        {
            if (rules.Count == 0) return;
            groups.Add(new(media, rules));
            rules = [];
        }
    }

    /// <summary>The conditions within an at-rule; null when it is none of ours, or can never hold. Conditions in conditions are not kept.</summary>
    private static IReadOnlyList<MediaQuery>? Within(IReadOnlyList<MediaQuery> outer, ReadOnlySpan<char> prelude)
    {
        const string Media = "@media";
        if (!prelude.StartsWith(Media, StringComparison.OrdinalIgnoreCase) || (prelude.Length > Media.Length && !char.IsWhiteSpace(prelude[Media.Length]) && prelude[Media.Length] != '(')) return null;

        var inner = MediaReader.Read(prelude[Media.Length..]);
        return inner is { Count: 0 } ? outer
            : outer.All(query => query is { Kind: MediaKind.Screen or MediaKind.All, Bounds: [], Scheme: null }) ? inner
            : null;
    }

    private bool ReadRule(ReadOnlySpan<char> prelude, ReadOnlySpan<char> block, List<StyleRule> rules)
    {
        var declarations = StyleReader.ReadRule(block, find);
        var kept = new List<Selector>();
        for (var rest = prelude; !rest.IsEmpty;)
        {
            if (!budget.TakeSelector()) return false;

            var end = CssText.Find(rest, ",");
            var before = names.Count;
            if (declarations.Count > 0 && _selectors.Read(rest[..end]) is { } selector) kept.Add(selector);
            else names.TakeBack(before);
            rest = rest[Math.Min(rest.Length, end + 1)..];
        }

        if (kept.Count == 0) return true;

        rules.Add(new(kept, declarations));
        if (declarations.Any(one => AllowedSheetCss.Shows(one.Declaration)))
            foreach (var selector in kept)
                if (selector.Parts is [.., var last])
                    foreach (var name in last.Classes)
                        names.Show(name);
        return true;
    }
}
