using Pannier.Core;
using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Parts;

/// <summary>The addresses of a message's parts.</summary>
internal static class PartUrls
{
    public static LocalUrl File(MessageKey key, PartPath path) => LocalUrl.Of($"/message/{key}/part/{path}");

    /// <param name="list">The list its message was opened from; null for none.</param>
    public static LocalUrl Show(MessageKey key, PartPath path, ListSpec? list) => MessageUrl.With($"/message/{key}/part/{path}/show", list);

    /// <param name="of">Whose files; null for the message's own.</param>
    public static LocalUrl All(MessageKey key, PartPath? of) => LocalUrl.Of(of is null ? $"/message/{key}/files" : $"/message/{key}/files?of={of}");

    public static LocalUrl Conversation(MessageKey key) => LocalUrl.Of($"/message/{key}/conversation");
}
