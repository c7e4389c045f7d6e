using System.Globalization;
using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>The address of a list.</summary>
public static class ListUrl
{
    public static LocalUrl Of(Scope scope) => Of(ListSpec.Of(scope));

    public static LocalUrl Of(ListSpec list) => Of(list, PagePlace.First);

    public static LocalUrl Of(ListSpec list, PagePlace place) =>
        Join(list, place.Cursor is { } cursor ? [.. list.Parts(), (place.Side == PageSide.After ? "after=" : "before=") + Uri.EscapeDataString(cursor.ToString())] : list.Parts());

    /// <summary>The page that begins with a day.</summary>
    public static LocalUrl At(ListSpec list, DateOnly day) => Join(list, [.. list.Parts(), string.Create(CultureInfo.InvariantCulture, $"at={day:yyyy-MM-dd}")]);

    /// <summary>The page that holds a message, for a list beside it.</summary>
    public static LocalUrl Holding(ListSpec list, MessageKey open) => Join(list, [.. list.Parts(), $"open={open}"]);

    private static LocalUrl Join(ListSpec list, IEnumerable<string> parts) => LocalUrl.Of($"/mail/{list.Scope}{(string.Join('&', parts) is { Length: > 0 } query ? "?" + query : "")}");
}
