using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Names the files of a message that is passed on or taken up again; ids are of our making, names never become paths .</summary>
internal sealed class OriginalFiles(IMyMail mail)
{
    /// <summary>Its attachments, and the pictures its formatted text showed.</summary>
    public IReadOnlyList<StartFile> Of(OpenedMessage message)
    {
        var plan = BodyPlan.Of(message.Head.Structure);
        return [.. plan.Attachments.Concat(plan.Inline.Values).Distinct().Select(part => new StartFile(
            $"part-{part.Section}",
            FileName.Safe(part.FileName ?? (part.MediaType == "message/rfc822" ? "message.eml" : null)).Value,
            part.MediaType,
            part.ContentSize,
            (to, cancellation) => CopyAsync(message.Key, part, to, cancellation)))];
    }

    /// <summary>The message itself.</summary>
    public StartFile Whole(OpenedMessage message)
    {
        var named = Forward.AsAttachment(message.Head, _ => Task.FromResult<Stream>(Stream.Null));
        return new("message", named.Name.Value, MediaType.Message.Value, message.Head.Row.Size, (to, cancellation) => mail.CopySourceAsync(message.Key, to, cancellation));
    }

    public static StartFile Of(DraftAttachment file, int index) => new(
        $"file-{index}",
        file.Name.Value,
        file.Type.Value,
        0,
        async (to, cancellation) =>
        {
            await using var content = await file.OpenAsync(cancellation);
            await content.CopyToAsync(to, cancellation);
        });

    // A file goes whole or not at all.
    private async Task CopyAsync(MessageKey key, BodyPart part, Stream to, CancellationToken cancellation)
    {
        if (await mail.CopyPartAsync(key, part, to, DraftInput.MostOctets, cancellation) == CopyExtent.Cut) throw new MailFault(MailFaultKind.TooLarge);
    }
}
