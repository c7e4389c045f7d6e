using MailKit;
using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atMost, TimeSpan.FromMinutes(29));
        var patience = _line.Patience;
        _line.Patience = atMost + Grace; // silence is what we hope for
        try
        {
            return await ActAsync(atMost + Grace, token => WatchAsync(mailbox, atMost, patience, token), cancellation);
        }
        finally
        {
            _line.Patience = patience;
        }
    }

    private async Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, TimeSpan patience, CancellationToken cancellation)
    {
        var folder = await FolderAsync(mailbox, cancellation);
        await NotifyAsync(cancellation);
        using var bell = new Doorbell(folder, mailbox, _elsewhere, atMost, _time);
        if (IsSelected(folder)) await _client.NoOpAsync(cancellation);
        else await SelectAsync(folder, cancellation);
        bell.Begin();
        if (bell.Rung.IsCancellationRequested) return bell.Heard(); // NOOP told already

        if (_client.Capabilities.HasFlag(ImapCapabilities.Idle)) await _client.IdleAsync(bell.Rung, cancellation);
        else await PollAsync(bell, patience, cancellation);
        return bell.Heard();
    }

    private async Task PollAsync(Doorbell bell, TimeSpan patience, CancellationToken cancellation)
    {
        _line.Patience = patience;
        while (!bell.Rung.IsCancellationRequested)
        {
            using var until = CancellationTokenSource.CreateLinkedTokenSource(bell.Rung, cancellation);
            try
            {
                await Task.Delay(_options.PollEvery, _time, until.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // The time is up; one last look.
            }

            await _client.NoOpAsync(cancellation);
        }
    }
}
