using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>What is known of an account's mailboxes just now.</summary>
/// <param name="Trouble">Why it is old or missing; null when fresh.</param>
internal sealed record KnownCounts(IReadOnlyList<Mailbox> Mailboxes, MailFault? Trouble);
