namespace Pannier.Mail.Lists;

/// <summary>How far one mailbox is read in.</summary>
/// <param name="Of">Messages on the server.</param>
/// <param name="Since">From which day on all are held; null when all are, or none.</param>
public sealed record MailboxReadIn(Mailbox Mailbox, int Held, int Of, DateTimeOffset? Since);
