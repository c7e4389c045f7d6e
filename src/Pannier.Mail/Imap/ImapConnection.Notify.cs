using MailKit;
using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    /// <summary>Many servers limit what they watch; who has more mailboxes is told of the INBOX, and the rest is listed once a minute.</summary>
    private const int MostNotified = 2_000;

    private bool _isNotifying;
    private NewsElsewhere? _elsewhere;

    /// <summary>Asks the server once to tell of all mailboxes while one listens at one of them; without its consent that one is told of.</summary>
    private async Task NotifyAsync(CancellationToken cancellation)
    {
        if (_isNotifying || !_client.Capabilities.HasFlag(ImapCapabilities.Notify)) return;
        _isNotifying = true;
        var mailboxes = await MailboxesAsync(StatusItems.None, cancellation);
        if (mailboxes.Count > MostNotified) return;

        List<ImapEvent> events = [new ImapEvent.MessageNew(), ImapEvent.MessageExpunge, ImapEvent.FlagChange];
        var news = new NewsElsewhere(mailboxes.Where(folder => !folder.Attributes.HasFlag(FolderAttributes.NoSelect)).Select(folder => (folder, Name(folder))));
        try
        {
            await _client.NotifyAsync(status: false, [new(ImapMailboxFilter.SelectedDelayed, events), new(ImapMailboxFilter.Personal, events)], cancellation);
            _elsewhere = news;
        }
        catch (ImapCommandException)
        {
            // More than it will do (RFC 5465 §5.1: NO with BADEVENT or NOTIFICATIONOVERFLOW).
        }
    }
}
