using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Parts;
using Pannier.Mail.Reading;

namespace Pannier.Modules.Messages.Parts;

/// <summary>All files of a message as one zip archive, written as they come from the server.</summary>
internal sealed class StreamFiles(IMyMail mail, MessageParts parts) : IHandler<FilesInput, Content>
{
    public async Task<Outcome<Content>> HandleAsync(FilesInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");

        var (source, structure) = ((IPartSource)new ServerParts(mail, input.Key), message.Head.Structure);
        if (input.Of is { } path)
        {
            if (await parts.FindAsync(message, path, cancellation) is not { } found || await MessageParts.OpenAsync(found, cancellation) is not InnerMessage inner) return Refusal.NotFound("messages.no-part");
            (source, structure) = (inner, inner.Structure);
        }

        var files = BodyPlan.Of(structure).Attachments;
        if (files.Count == 0) return Refusal.NotFound("messages.no-part");

        var subject = message.Head.Row.Envelope.Subject;
        return new Content("application/zip", (subject.Length == 0 ? "message" : subject) + ".zip", null, (to, token) => ZipWriting.WriteAsync(Items(message, source, files), to, token));
    }

    private static async IAsyncEnumerable<ZipItem> Items(OpenedMessage message, IPartSource source, IReadOnlyList<BodyPart> files)
    {
        await Task.CompletedTask; // the archive asks one after the other; all that waits is in the writing
        foreach (var file in files)
            yield return new ZipItem(PartNames.Of(file), message.Head.Row.ReceivedAt, (to, token) => source.CopyAsync(file, to, long.MaxValue, token));
    }
}
