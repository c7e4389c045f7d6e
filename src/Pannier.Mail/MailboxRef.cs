namespace Pannier.Mail;

/// <summary>A mailbox at one UIDVALIDITY: what every act on messages names, so that a uid never meets the wrong mailbox.</summary>
public sealed record MailboxRef(MailboxName Name, uint UidValidity);
