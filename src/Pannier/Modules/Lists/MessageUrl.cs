using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>The address of a message opened from a list, which it leads back to.</summary>
public static class MessageUrl
{
    /// <param name="scope">The list it is opened from; null for none.</param>
    public static LocalUrl Of(MessageKey key, Scope? scope, string? search)
    {
        var from = scope is null ? "" : $"?in={scope}";
        return LocalUrl.Of($"/message/{key}{from}{(string.IsNullOrEmpty(search) || scope is null ? "" : "&q=" + Uri.EscapeDataString(search))}");
    }
}
