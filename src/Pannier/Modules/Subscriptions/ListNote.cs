using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.MailingLists;
using Pannier.Mail.Text;

namespace Pannier.Modules.Subscriptions;

/// <summary>What is known of the list a message came from.</summary>
/// <param name="Name">As people know it; untrusted. Null when it has none.</param>
/// <param name="Ways">Null for nothing to tell.</param>
/// <param name="LeftAt">When the person asked to leave it; null for not.</param>
public sealed record ListNote(MessageKey Key, string? Name, WaysOut? Ways, string? LeftAt)
{
    public LocalUrl LeaveUrl => LocalUrl.Of($"/message/{Key}/leave");

    /// <summary>The list's own page, to be opened by the reader; null when there is none, or a request of ours takes its place.</summary>
    public WebUrl? PageUrl => Ways is { OneClick: false } ? Ways.Page : null;

    public LocalUrl? WriteUrl => Ways?.Mail is { } mail ? LocalUrl.Read($"/compose?mailto={Uri.EscapeDataString(mail.Value)}") : null;
}
