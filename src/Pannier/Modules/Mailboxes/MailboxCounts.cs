using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>Reads an account's mailboxes and counts; before its first answer it waits for the server, only briefly: a page is never held up by a slow account.</summary>
internal sealed class MailboxCounts(IMyMail mail, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    public async Task<KnownCounts> ReadAsync(AccountId account, CancellationToken cancellation)
    {
        // What is known is kept up by the mirror.
        if (await mail.KnownMailboxesAsync(account, cancellation) is { } known) return new KnownCounts(known, (await mail.HealthAsync(account, cancellation))?.LastFault);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            return new KnownCounts(await mail.RefreshMailboxesAsync(account, limit.Token), null);
        }
        catch (MailFault fault)
        {
            return new KnownCounts(await LastKnownAsync(account, cancellation), fault);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new KnownCounts(await LastKnownAsync(account, cancellation), new MailFault(MailFaultKind.TimedOut));
        }
    }

    private async Task<IReadOnlyList<Mailbox>> LastKnownAsync(AccountId account, CancellationToken cancellation) =>
        await mail.KnownMailboxesAsync(account, cancellation) ?? [];
}
