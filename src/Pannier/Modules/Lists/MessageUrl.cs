using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

/// <summary>The address of a message opened from a list, which it leads back to.</summary>
public static class MessageUrl
{
    /// <param name="list">The list it is opened from; null for none.</param>
    public static LocalUrl Of(MessageKey key, ListSpec? list) => With($"/message/{key}", list);

    /// <summary>The address of a page about a message, which leads back to it and with it to its list.</summary>
    /// <param name="path">Without a query.</param>
    public static LocalUrl With(string path, ListSpec? list, params IEnumerable<string> more)
    {
        string[] parts = list is null ? [.. more] : [$"in={list.Scope}", .. list.Parts(), .. more];
        return LocalUrl.Of(parts.Length == 0 ? path : $"{path}?{string.Join('&', parts)}");
    }
}
