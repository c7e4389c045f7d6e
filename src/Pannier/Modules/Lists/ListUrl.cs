using Pannier.Core;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>The address of a list.</summary>
public static class ListUrl
{
    public static LocalUrl Of(Scope scope, string? search, Cursor? after)
    {
        var query = string.Join('&', Parts(search, after));
        return LocalUrl.Of($"/mail/{scope}{(query.Length == 0 ? "" : "?" + query)}");
    }

    private static IEnumerable<string> Parts(string? search, Cursor? after)
    {
        if (!string.IsNullOrEmpty(search)) yield return "q=" + Uri.EscapeDataString(search);
        if (after is not null) yield return "after=" + Uri.EscapeDataString(after.ToString());
    }
}
