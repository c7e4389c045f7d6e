using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Parts;
using Pannier.Mail.Reading;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Finds a part by its path. What lies within others is read anew for each asking: nothing of it is kept.</summary>
internal sealed class MessageParts(IMyMail mail)
{
    /// <summary>The part; null when there is none, or what it lies in cannot be looked into.</summary>
    public async Task<FoundPart?> FindAsync(OpenedMessage message, PartPath path, CancellationToken cancellation)
    {
        if (message.Head.Structure.Walk().FirstOrDefault(one => one.Section == path.Section && !one.IsMultipart) is not { } part) return null;

        var found = new FoundPart(PartPath.Of(path.Section), part, new ServerParts(mail, message.Key), BodyPlan.Of(message.Head.Structure).Attachments);
        foreach (var step in path.Steps)
        {
            if (await OpenAsync(found, cancellation) is not { } box || box.Pieces.FirstOrDefault(piece => piece.Section == step) is not { } within) return null;
            if (box is Archive archive && !archive.CanTake(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture))) return null;

            found = new FoundPart(found.Path.Down(step), within, box, box is InnerMessage inner ? BodyPlan.Of(inner.Structure).Attachments : []);
        }

        return found;
    }

    /// <summary>Looks into a part; null when it holds no others, is too large for it, or cannot be read.</summary>
    public static async Task<IPartBox?> OpenAsync(FoundPart found, CancellationToken cancellation)
    {
        if (!found.Path.CanGoDown) return null;

        try
        {
            var (octets, extent) = await found.ReadAsync(PartBoxes.MostOctets, cancellation);
            return extent == CopyExtent.Cut ? null : PartBoxes.Open(found.Part, octets);
        }
        catch (PartFault)
        {
            return null;
        }
    }
}
