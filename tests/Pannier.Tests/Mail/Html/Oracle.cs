namespace Pannier.Tests.Mail.Html;

/// <summary>Another sanitiser, which shares nothing with ours, told of what ours lets through.</summary>
internal static class Oracle
{
    /// <summary>What it would take out of sanitised markup.</summary>
    public static IReadOnlyList<string> Removes(string html)
    {
        var oracle = new Ganss.Xss.HtmlSanitizer();
        oracle.AllowedAttributes.UnionWith(["face", "role", "aria-hidden", "bordercolor", "scope", "rel", "target", "title", "lang", "dir", "class"]);
        oracle.AllowedSchemes.Add("mailto");
        oracle.AllowedTags.UnionWith(["bdi", "bdo", "center", "wbr"]);
        oracle.AllowedCssProperties.Add("unicode-bidi");
        List<string> removed = [];
        oracle.RemovingTag += (_, e) => removed.Add(e.Tag.OuterHtml);
        oracle.RemovingAttribute += (_, e) => removed.Add(e.Attribute.Name + "=" + e.Attribute.Value);
        oracle.RemovingStyle += (_, e) => removed.Add(e.Style.Name + ":" + e.Style.Value);
        oracle.Sanitize(html);
        return removed;
    }
}
