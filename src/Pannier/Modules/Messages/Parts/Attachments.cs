using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Parts;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Lists the files of a message. Nothing is fetched for it: names and declared types are all it goes by.</summary>
internal static class Attachments
{
    /// <param name="within">The part that holds the message; null for the message itself.</param>
    /// <param name="list">The list the message was opened from; null for none.</param>
    public static IReadOnlyList<Attachment> Of(MessageKey key, PartPath? within, ListSpec? list, IReadOnlyList<BodyPart> files) => [.. files.Select(part => Of(key, within, list, part))];

    public static IReadOnlyList<Said> Say(IEnumerable<PartWarning> warnings) => [.. warnings.Select(warning => Said.Of("parts.warning." + Choice.Name(warning)))];

    private static Attachment Of(MessageKey key, PartPath? within, ListSpec? list, BodyPart part)
    {
        var (path, name) = (within is null ? PartPath.Of(part.Section) : within.Down(part.Section), PartNames.Of(part));
        return new Attachment(
            UntrustedText.Show(name),
            UntrustedText.Show(part.MediaType),
            Sizes.Show(part.ContentSize),
            Say(PartWarnings.ByName(part.FileName, part.MediaType)),
            PartUrls.File(key, path),
            PartUrls.Show(key, path, list));
    }
}
