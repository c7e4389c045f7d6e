namespace Pannier.Mail.Discovery;

/// <summary>Whether an account's two servers take its login.</summary>
/// <param name="Imap">What stands in the way; null when all is well. <see cref="MailFaultKind.Unreachable"/> is one wording for closed, filtered, forbidden and no mail server.</param>
/// <param name="Smtp">The same for sending.</param>
public sealed record AccountTestResult(MailFault? Imap, MailFault? Smtp)
{
    public bool IsGood => Imap is null && Smtp is null;
}
