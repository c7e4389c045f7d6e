using System.Text;

namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// The one place where a sheet becomes CSS. Each selector begins with the message's own division, so that it reaches nothing else of
/// the document; that raises all of them alike, and their order among each other stays.
/// </summary>
internal static class SheetWriter
{
    /// <summary>Begins a selector that asks for something within the message.</summary>
    public const string Within = "body>div ";

    /// <summary>The message as a whole.</summary>
    public const string Page = "html>body>div";

    public static string Write(StyleSheet sheet)
    {
        var target = new StringBuilder(1024);
        foreach (var group in sheet.Groups)
        {
            if (group.Media.Count > 0) Join(target.Append("@media "), group.Media, WriteQuery).Append("{\n");
            foreach (var rule in group.Rules)
            {
                Join(target, rule.Selectors, WriteSelector).Append('{');
                Join(target, rule.Declarations, WriteDeclaration, ';').Append("}\n");
            }

            if (group.Media.Count > 0) target.Append("}\n");
        }

        return target.ToString();
    }

    private static void WriteQuery(MediaQuery query, StringBuilder target)
    {
        var conditions = query.Bounds.Select(bound => $"({bound.Name}:{bound.Length})").ToList();
        if (query.Scheme is { } scheme) conditions.Add(scheme is ColourScheme.Dark ? "(prefers-color-scheme:dark)" : "(prefers-color-scheme:light)");
        if (query.Kind is not MediaKind.All || conditions.Count == 0) conditions.Insert(0, query.Kind switch { MediaKind.Screen => "screen", MediaKind.Print => "print", _ => "all" });
        target.AppendJoin(" and ", conditions);
    }

    private static void WriteSelector(Selector selector, StringBuilder target)
    {
        if (selector.Page is { } page) WriteCompound(page, target.Append(Page), "");
        for (var i = 0; i < selector.Parts.Count; i++)
        {
            var part = selector.Parts[i];
            if (i == 0 && selector.Page is null) target.Append(Within);
            else target.Append(part.Combinator is Combinator.Child ? '>' : ' ');
            WriteCompound(part, target, "*");
        }
    }

    private static void WriteCompound(Compound part, StringBuilder target, string any)
    {
        if (part.Tag is { } tag) target.Append(AllowedElements.NameOf(tag));
        else if (part.Classes.Count == 0 && part.Pseudos.Count == 0) target.Append(any);
        foreach (var name in part.Classes) target.Append('.').Append(name.ToString());
        foreach (var pseudo in part.Pseudos) target.Append(':').Append(PseudoClasses.NameOf(pseudo));
    }

    private static void WriteDeclaration(RuleDeclaration one, StringBuilder target)
    {
        target.Append(one.Declaration.Property.Name).Append(':');
        one.Declaration.Value.WriteTo(target);
        if (one.Importance is Importance.Important) target.Append("!important");
    }

    private static StringBuilder Join<T>(StringBuilder target, IReadOnlyList<T> items, Action<T, StringBuilder> write, char between = ',')
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) target.Append(between);
            write(items[i], target);
        }

        return target;
    }
}
