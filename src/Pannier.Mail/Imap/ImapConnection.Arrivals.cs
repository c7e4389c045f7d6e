using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    /// <summary>Selects a mailbox for looking at what came, or catches up with it when it is selected.</summary>
    internal async Task ReselectAsync(IMailFolder folder, CancellationToken cancellation)
    {
        if (IsSelected(folder)) await _client.NoOpAsync(cancellation);
        else await SelectAsync(folder, cancellation);
    }

    private async Task<Arrivals> ArrivalsAsync(IMailFolder target, CancellationToken cancellation)
    {
        await target.StatusAsync(StatusItems.UidNext | StatusItems.UidValidity, cancellation);
        return new Arrivals(target, target.UidValidity, target.UidNext?.Id ?? 1);
    }
}
