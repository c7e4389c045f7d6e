using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Parts;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Says what protection was recognised. Nothing is verified, and the words say so.</summary>
internal static class ProtectionLines
{
    /// <param name="within">The part that holds the message; null for the message itself.</param>
    /// <param name="list">The list the message was opened from; null for none.</param>
    public static IReadOnlyList<ProtectionLine> Of(MessageKey key, PartPath? within, ListSpec? list, BodyPart structure, IReadOnlyList<ShownBlock> shown)
    {
        var lines = Protections.Of(structure).Select(one => Line(one.Protection, one.Part is { Section: { Length: > 0 } section } ? PartUrls.Show(key, within is null ? PartPath.Of(section) : within.Down(section), list) : null));
        var texts = shown.Select(block => Protections.Of(string.Join('\n', block.Text.Select(TextOf)))).OfType<Protection>().Distinct().Select(found => Line(found, null));
        return [.. lines, .. texts];
    }

    private static string TextOf(TextBlock block) => string.Concat(block.Runs.Select(run => run.Text));

    private static ProtectionLine Line(Protection protection, LocalUrl? url) => new(Said.Of("parts.protection." + Choice.Name(protection)), url);
}
