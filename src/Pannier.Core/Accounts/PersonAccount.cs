using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>One opened account: its settings as opened, its store, its mailboxes and its way out.</summary>
public sealed record PersonAccount(MyAccount Account, IMailStore Store, MailboxDirectory Directory, Lazy<ISubmission> Submission)
{
    /// <summary>What it is signed in to with; null with passwords.</summary>
    public Mail.OAuth.AccessTokens? Tokens { get; init; }

    public OpenAccount ForLists() => new(Account.Id, Store, Directory, Account.Combined);
}
