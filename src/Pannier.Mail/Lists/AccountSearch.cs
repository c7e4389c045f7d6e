namespace Pannier.Mail.Lists;

/// <summary>Where the search of one account's server stands.</summary>
/// <param name="Done">Mailboxes searched.</param>
/// <param name="Of">Mailboxes to search.</param>
/// <param name="Fault">Why it is <see cref="SearchStage.Failed"/>; null otherwise.</param>
/// <param name="Unread">Messages found that are not shown, because too many of them are not read in yet.</param>
public sealed record AccountSearch(AccountId Account, SearchStage Stage, SearchRules Rules, int Done, int Of, MailFault? Fault, int Unread);
