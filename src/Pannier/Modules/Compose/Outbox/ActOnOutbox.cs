using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Does what the person decides of a message that is stuck; never while it is being sent.</summary>
internal sealed class ActOnOutbox(IMyRecords<OutboxItem> outbox, Journal journal, FileDraft drafts, FileSent filing, SendDraft bytes, ISendNow sends, Turns turns, TimeProvider clock)
    : IHandler<OutboxInput, OutboxAnswer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task<Outcome<OutboxAnswer>> HandleAsync(OutboxInput input, CancellationToken cancellation)
    {
        var decided = await DecideAsync(input, cancellation);
        if (decided is not Outcome<OutboxAnswer>.Done { Model: OutboxAnswer.Done } || input.Act is not (OutboxAct.Retry or OutboxAct.Arrived)) return decided;

        await Task.WhenAny(sends.StartAsync(input.Item), Task.Delay(Patience, clock, cancellation));
        return await outbox.FindAsync(input.Item.Value, cancellation) is null ? Back("outbox.sent") : decided;
    }

    private async Task<Outcome<OutboxAnswer>> DecideAsync(OutboxInput input, CancellationToken cancellation)
    {
        using var turn = turns.TryTake(input.Item);
        if (turn is null) return Refusal.Conflict("outbox.busy") with { Next = LocalUrl.Of("/outbox") };
        if (await outbox.FindAsync(input.Item.Value, cancellation) is not { } found) return Back("outbox.gone-already");

        var item = found.Value;
        if (!ShowOutbox.Acts(item).Contains(input.Act)) return Refusal.Conflict("outbox.changed") with { Next = LocalUrl.Of("/outbox") };

        switch (input.Act)
        {
            case OutboxAct.Retry:
                return await RetryAsync(input.Item, item, cancellation);
            case OutboxAct.Arrived:
                await outbox.PutAsync(input.Item.Value, item with { State = OutboxState.Accepted, Trouble = null }, cancellation);
                return Back("outbox.arrived");
            case OutboxAct.Edit:
                return await EditAsync(input.Item, item, cancellation);
            case OutboxAct.Leave:
                await filing.EndAsync(input.Item, item with { Refused = [] }, cancellation);
                return Back("outbox.left");
            case OutboxAct.Discard when input.Sure == Tick.Off:
                return new OutboxAnswer.AskDiscard(input.Item, item.Subject.Length == 0 ? null : UntrustedText.Show(item.Subject), item.State == OutboxState.ReplyLost);
            default:
                return await DiscardAsync(input.Item, item, cancellation);
        }
    }

    private async Task<Outcome<OutboxAnswer>> RetryAsync(DraftId id, OutboxItem item, CancellationToken cancellation)
    {
        if (item.State == OutboxState.Accepted)
        {
            await outbox.PutAsync(id.Value, item with { Trouble = null, NextTry = null }, cancellation);
            return Back("outbox.filing-again");
        }

        if (item.State == OutboxState.ReplyLost && await WasSentAsync(item, cancellation))
        {
            await outbox.PutAsync(id.Value, item with { State = OutboxState.Accepted, Trouble = null }, cancellation);
            return Back("outbox.found-in-sent");
        }

        await outbox.PutAsync(id.Value, item with { State = OutboxState.Waiting, Trouble = null, NextTry = null, Refused = [] }, cancellation);
        return Back("outbox.sending-again");
    }

    private async Task<bool> WasSentAsync(OutboxItem item, CancellationToken cancellation)
    {
        try
        {
            return await filing.IsInSentAsync(item, cancellation);
        }
        catch (MailFault)
        {
            return false; // not known: the person has decided
        }
    }

    /// <summary>Back to the form, as another message: what may have gone out keeps its own id.</summary>
    private async Task<Outcome<OutboxAnswer>> EditAsync(DraftId id, OutboxItem item, CancellationToken cancellation)
    {
        await journal.ChangeAsync(id, draft => draft with { MessageId = Journal.NewIdLike(draft.MessageId) }, cancellation);
        await outbox.RemoveAsync(id.Value, cancellation);
        await bytes.RemoveBytesAsync(item, cancellation);
        return new OutboxAnswer.Done(LocalUrl.Of($"/compose/{id}"), null);
    }

    private async Task<Outcome<OutboxAnswer>> DiscardAsync(DraftId id, OutboxItem item, CancellationToken cancellation)
    {
        if (await journal.FindAsync(id, cancellation) is { } draft && await drafts.UnfileAsync(draft, cancellation) is { Count: > 0 })
            return Refusal.Unavailable(Said.Of("compose.discard.server")) with { Next = LocalUrl.Of("/outbox") };

        await outbox.RemoveAsync(id.Value, cancellation);
        await bytes.RemoveBytesAsync(item, cancellation);
        await journal.RemoveAsync(id, cancellation);
        return Back("compose.discarded");
    }

    private static OutboxAnswer.Done Back(string notice) => new(LocalUrl.Of("/outbox"), Said.Of(notice));
}
