using Pannier.Core.Accounts;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Mail;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>
/// Takes a message of the outbox as far as it goes just now. It is handed to the server exactly once: that it is being sent is
/// written before the server is spoken to, and one found so with nobody sending it is never sent again by itself.
/// </summary>
internal sealed class Postman(IMyRecords<OutboxItem> outbox, IMyBlobs blobs, IMyMail mail, FileSent filing, Turns turns, TimeProvider clock)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    /// <summary>The pause after so many tries.</summary>
    public static TimeSpan Pause(int tries) => Pauses[Math.Clamp(tries - 1, 0, Pauses.Length - 1)];

    /// <summary>Whether there is something to do for it without the person.</summary>
    public static bool IsDue(OutboxItem item, DateTimeOffset now) => item.State switch
    {
        OutboxState.Waiting or OutboxState.Sending => true,
        OutboxState.NotSent => item.NextTry <= now,
        OutboxState.Accepted => item.Trouble is null || item.NextTry <= now,
        _ => false,
    };

    public async Task DispatchAsync(DraftId id, CancellationToken cancellation)
    {
        using var turn = turns.TryTake(id);
        if (turn is null || await outbox.FindAsync(id.Value, cancellation) is not { } found) return;

        var item = found.Value;
        switch (item.State)
        {
            case OutboxState.Sending: // and nobody is: the program died in between
                await outbox.PutAsync(id.Value, item with { State = OutboxState.ReplyLost, Trouble = new Trouble("outbox.broke-off", null) }, found.Version, cancellation);
                return;
            case OutboxState.Waiting or OutboxState.NotSent when IsDue(item, clock.GetUtcNow()):
                item = await SendAsync(id, found, cancellation);
                break;
        }

        if (item.State == OutboxState.Accepted) await filing.FileAsync(id, item, cancellation);
    }

    private async Task<OutboxItem> SendAsync(DraftId id, Record<OutboxItem> found, CancellationToken cancellation)
    {
        var item = found.Value with { State = OutboxState.Sending, Tries = found.Value.Tries + 1, NextTry = null, Trouble = null, Refused = [] };
        if (!await outbox.PutAsync(id.Value, item, found.Version, cancellation)) return found.Value with { State = OutboxState.Sending }; // another was quicker

        item = await TryAsync(item);
        await outbox.PutAsync(id.Value, item, CancellationToken.None); // what the server said is the truth
        return item;
    }

    // No cancellation: from here on nothing may come between the message and its answer.
    private async Task<OutboxItem> TryAsync(OutboxItem item)
    {
        using var bytes = new MemoryStream();
        ISubmission? submission;
        try
        {
            if (!await blobs.CopyAsync(item.Message, bytes, CancellationToken.None)) return Rejected(item, new Trouble("outbox.damaged", null));
            submission = await mail.SubmissionAsync(item.Account, CancellationToken.None);
        }
        catch (BoxRefused)
        {
            return Rejected(item, new Trouble("outbox.damaged", null));
        }
        catch (MailFault fault)
        {
            return NotTaken(item, new SubmissionResult(fault.Then is Then.GiveUp or Then.SignIn ? SubmissionOutcome.Rejected : SubmissionOutcome.NotSent, [], fault));
        }

        if (submission is null) return Rejected(item, new Trouble("outbox.account-gone", null));

        bytes.Position = 0;
        return NotTaken(item, await submission.SubmitAsync(new SubmissionEnvelope(item.MailFrom, item.Recipients), bytes, CancellationToken.None));
    }

    private OutboxItem NotTaken(OutboxItem item, SubmissionResult result) => result.Outcome switch
    {
        SubmissionOutcome.Accepted => item with { State = OutboxState.Accepted, Refused = result.Refused },
        SubmissionOutcome.NotSent => item with { State = OutboxState.NotSent, Trouble = Trouble.Of(result), Refused = result.Refused, NextTry = clock.GetUtcNow() + Later(item, result) },
        SubmissionOutcome.Rejected => item with { State = OutboxState.Rejected, Trouble = Trouble.Of(result), Refused = result.Refused },
        _ => item with { State = OutboxState.ReplyLost, Trouble = result.Fault is null ? null : Trouble.Of(result), Refused = result.Refused },
    };

    private static TimeSpan Later(OutboxItem item, SubmissionResult result) =>
        result.Fault?.BackOff is { } asked && asked > Pause(item.Tries) ? asked : Pause(item.Tries);

    private static OutboxItem Rejected(OutboxItem item, Trouble trouble) => item with { State = OutboxState.Rejected, Trouble = trouble };
}
