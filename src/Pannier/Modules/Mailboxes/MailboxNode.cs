using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>A mailbox and how deep it stands.</summary>
internal sealed record MailboxNode(Mailbox Mailbox, int Depth);
