using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>Something the person did that a server did not let happen: it is seen as before.</summary>
/// <param name="Count">Messages it was meant for.</param>
/// <param name="Mailbox">Where they are.</param>
/// <param name="Fault">The server's side of it; null when it had none.</param>
public sealed record ActTrouble(MailAction Action, AccountId Account, MailboxId Mailbox, int Count, ActFailure Failure, MailFault? Fault);
