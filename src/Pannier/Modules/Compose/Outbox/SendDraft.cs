using Pannier.Core;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Turns a draft into a finished message of the outbox and starts sending it, waiting a little for what becomes of it.</summary>
internal sealed class SendDraft(DraftMessage messages, IMyBlobs blobs, IMyRecords<OutboxItem> outbox, StartSending sending, Correspondents correspondents, TimeProvider clock)
{
    public async Task<SendAnswer> SendAsync(DraftId id, KeptDraft draft, CancellationToken cancellation)
    {
        var mistakes = new List<FieldMistake>();
        if (await messages.ForSendingAsync(draft, mistakes, cancellation) is not { } written) return new SendAnswer.Mistaken(mistakes);

        OutboxItem item;
        try
        {
            item = await FinishAsync(written, draft, cancellation);
        }
        catch (LostFileException lost)
        {
            return new SendAnswer.Mistaken([new FieldMistake("file", Said.Of("compose.file-lost", "name", lost.Name))]);
        }
        catch (NoRoomException)
        {
            return new SendAnswer.Mistaken([new FieldMistake("file", Said.Of("compose.no-room"))]);
        }

        if (await outbox.PutAsync(id.Value, item, 0, cancellation)) await correspondents.LearnAsync(written.Message.To.Concat(written.Message.Cc).Concat(written.Message.Bcc), cancellation);
        else await RemoveBytesAsync(item, cancellation); // sent twice by two clicks: the first one counts

        return Answer(draft, await sending.AsFarAsItGoesAsync(id, cancellation));
    }

    public async Task RemoveBytesAsync(OutboxItem item, CancellationToken cancellation)
    {
        await blobs.RemoveAsync(item.Message, cancellation);
        if (item.WithBcc is { } withBcc) await blobs.RemoveAsync(withBcc, cancellation);
    }

    private static SendAnswer.Queued Answer(KeptDraft draft, OutboxItem? item)
    {
        var next = item switch
        {
            null => draft is { Kind: not (StartKind.New or StartKind.Edit), Original: { } original } ? LocalUrl.Of($"/message/{original}") : LocalUrl.Home,
            { State: OutboxState.Accepted, Trouble: null } => LocalUrl.Home,
            _ => LocalUrl.Of("/outbox"),
        };
        return new(next, SentNotice.Of(item));
    }

    private async Task<OutboxItem> FinishAsync(WrittenMessage written, KeptDraft draft, CancellationToken cancellation)
    {
        var message = written.Message;
        var bytes = await WriteAsync(message, MessageForm.ForSubmission, cancellation);
        var withBcc = message.Bcc.Count == 0 ? null : await WriteAsync(message, MessageForm.ForSent, cancellation);
        var envelope = message.Envelope();
        return new OutboxItem(
            OutboxState.Waiting, written.Account, message.From.ToString(), message.Subject.Value, message.Id.Value, envelope.MailFrom, envelope.Recipients,
            bytes, withBcc, draft.Kind, draft.Original, clock.GetUtcNow(), 0, null, null, [], []);
    }

    private async Task<BlobId> WriteAsync(Draft message, MessageForm form, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await MessageBuilder.WriteAsync(message, form, bytes, cancellation);
        bytes.Position = 0;
        return (await blobs.AddAsync(bytes, long.MaxValue, cancellation) ?? throw new NoRoomException()).Id;
    }
}
