namespace Pannier.Mail.Mirror.Sync;

// Mailboxes that were numbered anew.
public sealed partial class AccountSync
{
    private readonly Dictionary<MailboxId, FormerRows> _former = [];

    /// <summary>Takes a change into the mirror; messages of a mailbox numbered anew are known again, and found by whoever asks at their old place.</summary>
    private async Task TakeInAsync(MailboxDelta delta, CancellationToken cancellation)
    {
        var held = ImageOf(delta.Mailbox);
        if (held.Count > 0 && held.Point.UidValidity != delta.Point.UidValidity) _former[delta.Mailbox] = new FormerRows(held);
        if (!_former.TryGetValue(delta.Mailbox, out var former))
        {
            await mirror.ApplyAsync(account, delta, cancellation);
            return;
        }

        var (known, moved) = former.Know(account, delta);
        foreach (var (before, now) in moved) mirror.Forwards.Add(before, now);
        await mirror.ApplyAsync(account, known, cancellation);
        if (delta.Point.Complete) _former.Remove(delta.Mailbox);
    }
}
