using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>One opened account: its settings as opened, its store, its mailboxes and its way out.</summary>
public sealed record PersonAccount(MyAccount Account, IMailStore Store, MailboxDirectory Directory, Lazy<ISubmission> Submission)
{
    public OpenAccount ForLists() => new(Account.Id, Store, Directory, Account.Combined);
}
