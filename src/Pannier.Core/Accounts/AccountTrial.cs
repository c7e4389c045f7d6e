using Pannier.Mail;

namespace Pannier.Core.Accounts;

/// <summary>What came of signing in to an account's two servers; null where all is well.</summary>
public sealed record AccountTrial(MailFault? Imap, MailFault? Smtp);
