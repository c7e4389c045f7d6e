using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Records;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Takes other modules' messages into the outbox.</summary>
internal sealed class SendFinished(IMyBlobs blobs, IMyRecords<OutboxItem> outbox, StartSending sending, TimeProvider clock) : ISendMail
{
    public async Task<Said?> SendAsync(FinishedMessage message, CancellationToken cancellation)
    {
        if (await blobs.AddAsync(message.Octets, long.MaxValue, cancellation) is not { } stored) return null;

        var id = DraftId.New();
        var kind = message.Answers is null ? StartKind.New : StartKind.Reply;
        var item = new OutboxItem(
            OutboxState.Waiting, message.Account, message.From, message.Subject, message.MessageId, message.Envelope.MailFrom, message.Envelope.Recipients,
            stored.Id, null, kind, message.Answers, clock.GetUtcNow(), 0, null, null, [], []);
        await outbox.PutAsync(id.Value, item, 0, cancellation);
        return SentNotice.Of(await sending.AsFarAsItGoesAsync(id, cancellation));
    }
}
