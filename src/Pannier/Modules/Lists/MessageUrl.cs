using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

/// <summary>The address of a message opened from a list, which it leads back to.</summary>
public static class MessageUrl
{
    /// <param name="list">The list it is opened from; null for none.</param>
    public static LocalUrl Of(MessageKey key, ListSpec? list) =>
        LocalUrl.Of(list is null ? $"/message/{key}" : $"/message/{key}?{string.Join('&', list.Parts().Prepend($"in={list.Scope}"))}");
}
