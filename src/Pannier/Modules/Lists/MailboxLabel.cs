using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Lists;

/// <summary>What a mailbox is called: a role by the interface's word, any other by its own name, shown as untrusted text.</summary>
public static class MailboxLabel
{
    public static Said Of(Mailbox mailbox) =>
        mailbox.Role is MailboxRole.Inbox or MailboxRole.Drafts or MailboxRole.Sent or MailboxRole.Archive or MailboxRole.Junk or MailboxRole.Trash
            ? Said.Of("view." + Choice.Name(mailbox.Role))
            : Said.Of("mailbox.name", "name", UntrustedText.Show(mailbox.Name.Leaf));
}
