using Pannier.Core.Accounts;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Sees to what remains once a message is sent: the copy in Sent (never a second one), the mark on what was answered, the draft's end.</summary>
internal sealed class FileSent(IMyRecords<OutboxItem> outbox, IMyBlobs blobs, IMyMail mail, Journal journal, FileDraft drafts, RoleMailbox roles, TimeProvider clock)
{
    public async Task FileAsync(DraftId id, OutboxItem item, CancellationToken cancellation)
    {
        MailFault? trouble = null;
        var damaged = false;
        foreach (var step in Enum.GetValues<FilingStep>().Except(item.Done))
        {
            try
            {
                await DoAsync(step, id, item, cancellation);
                item = item with { Done = [.. item.Done, step] };
                await outbox.PutAsync(id.Value, item, cancellation);
            }
            catch (MailFault fault)
            {
                trouble ??= fault;
            }
            catch (Exception lost) when (lost is BoxRefused or LostFileException)
            {
                damaged = true;
            }
        }

        if (trouble is null && !damaged) await EndAsync(id, item, cancellation);
        else await outbox.PutAsync(id.Value, Troubled(item, trouble), cancellation);
    }

    /// <summary>Leaves the outbox: nothing more is to be done, or the person wants no more done.</summary>
    public async Task EndAsync(DraftId id, OutboxItem item, CancellationToken cancellation)
    {
        await journal.RemoveAsync(id, cancellation);
        if (item.Refused.Count > 0 && item.State != OutboxState.Filed)
        {
            await outbox.PutAsync(id.Value, item with { State = OutboxState.Filed, Trouble = null, NextTry = null }, cancellation);
            return;
        }

        await outbox.RemoveAsync(id.Value, cancellation);
        await blobs.RemoveAsync(item.Message, cancellation);
        if (item.WithBcc is { } withBcc) await blobs.RemoveAsync(withBcc, cancellation);
    }

    /// <summary>Whether a copy is in Sent: then the server has taken the message, whatever became of its answer.</summary>
    /// <exception cref="MailFault">The server could not be asked.</exception>
    public async Task<bool> IsInSentAsync(OutboxItem item, CancellationToken cancellation) =>
        (await mail.MailboxesAsync(item.Account, cancellation)).FirstOrDefault(mailbox => mailbox is { Role: MailboxRole.Sent, Selectable: true }) is { } sent
        && (await mail.FindAsync(item.Account, sent.Id, SearchTerms.All with { MessageId = item.MessageId }, cancellation)).Count > 0;

    private Task DoAsync(FilingStep step, DraftId id, OutboxItem item, CancellationToken cancellation) => step switch
    {
        FilingStep.Copy => CopyAsync(item, cancellation),
        FilingStep.Mark => MarkAsync(item, cancellation),
        _ => RemoveDraftAsync(id, cancellation),
    };

    private async Task CopyAsync(OutboxItem item, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).FirstOrDefault(account => account.Id == item.Account) is not { SentCopies: SentCopies.Pannier }) return;
        var sent = await roles.GetAsync(item.Account, MailboxRole.Sent, cancellation);
        if ((await mail.FindAsync(item.Account, sent, SearchTerms.All with { MessageId = item.MessageId }, cancellation)).Count > 0) return;

        using var bytes = new MemoryStream();
        if (!await blobs.CopyAsync(item.WithBcc ?? item.Message, bytes, cancellation)) throw new LostFileException(item.Subject);
        bytes.Position = 0;
        await mail.AppendAsync(item.Account, sent, bytes, Keywords.Seen, cancellation);
    }

    private async Task MarkAsync(OutboxItem item, CancellationToken cancellation)
    {
        var keyword = item.Kind switch
        {
            StartKind.Reply or StartKind.ReplyAll => Keywords.Answered,
            StartKind.Forward or StartKind.ForwardAttached => Keywords.Forwarded,
            _ => Keywords.None,
        };
        if (keyword == Keywords.None || item.Original is not { } original) return;

        // One that was moved or deleted meanwhile has no mark to bear.
        var results = await mail.ActAsync(new MailAction.Mark(keyword, Keywords.None), [original], cancellation);
        if (results is [{ Failure: ActFailure.Server, Fault: { Then: Then.Retry or Then.Reconnect } fault }]) throw fault;
    }

    private async Task RemoveDraftAsync(DraftId id, CancellationToken cancellation)
    {
        if (await journal.FindAsync(id, cancellation) is not { } draft) return;
        if (await drafts.UnfileAsync(draft, cancellation) is { Count: > 0 }) throw new MailFault(MailFaultKind.Dropped);
    }

    private OutboxItem Troubled(OutboxItem item, MailFault? fault) => item with
    {
        Trouble = fault is null ? new Trouble("outbox.damaged", null) : Trouble.Of(fault),
        NextTry = fault?.Then is Then.Retry or Then.Reconnect ? clock.GetUtcNow() + Postman.Pause(item.Tries) : null,
        Tries = item.Tries + 1,
    };
}
