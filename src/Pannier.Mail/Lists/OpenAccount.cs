namespace Pannier.Mail.Lists;

/// <summary>One account of a person while they are here: its store and its mailboxes.</summary>
/// <param name="Combined">Whether it takes part in combined views.</param>
public sealed record OpenAccount(AccountId Id, IMailStore Store, MailboxDirectory Directory, InCombinedViews Combined);
