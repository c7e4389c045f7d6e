namespace Pannier.Mail.Html.Sheets;

/// <summary>The newer way to write bounds, as in <c>(width &lt;= 600px)</c> (Media Queries 4 §2.4.3). Less and less-or-equal are one here: no layout stands on one pixel.</summary>
internal static class MediaRanges
{
    /// <summary>Adds the bound; false when it is none.</summary>
    public static bool Read(ReadOnlySpan<char> text, List<MediaBound> bounds)
    {
        var sign = text.IndexOfAny('<', '>');
        if (sign <= 0) return false;

        var after = sign + 1 < text.Length && text[sign + 1] == '=' ? sign + 2 : sign + 1;
        var left = text[..sign].Trim();
        var right = text[after..].Trim();
        var isMost = text[sign] == '<';
        if (right.IndexOfAny('<', '>') is >= 0 and var second)
        {
            // 400px <= width <= 800px: the feature stands in the middle, and both signs point one way.
            return right[second] == text[sign] && Read(text[..after].ToString() + right[..second].Trim().ToString(), bounds) && Read(right, bounds);
        }

        var isFeatureFirst = IsFeature(left);
        if (!isFeatureFirst && !IsFeature(right)) return false;

        var name = ((isMost == isFeatureFirst) ? "max-" : "min-") + (isFeatureFirst ? left : right).ToString();
        if (MediaBound.Read(name, isFeatureFirst ? right : left) is not { } bound) return false;
        bounds.Add(bound);
        return true;
    }

    private static bool IsFeature(ReadOnlySpan<char> text) =>
        text.Equals("width", StringComparison.OrdinalIgnoreCase) || text.Equals("height", StringComparison.OrdinalIgnoreCase);
}
