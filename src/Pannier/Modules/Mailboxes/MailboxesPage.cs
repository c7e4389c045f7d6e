using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Mailboxes;

/// <summary>An account's mailboxes, to be made, renamed, given roles and deleted.</summary>
public sealed record MailboxesPage(MyAccount Account, IReadOnlyList<MailboxLine> Mailboxes) : ITitled
{
    public Said Title => Said.Of("mailboxes.title", "account", Account.Name);

    public LocalUrl CreateUrl => LocalUrl.Of($"/accounts/{Account.Id}/mailboxes/create");

    public LocalUrl RenameUrl => LocalUrl.Of($"/accounts/{Account.Id}/mailboxes/rename");

    public LocalUrl RoleUrl => LocalUrl.Of($"/accounts/{Account.Id}/mailboxes/role");

    public LocalUrl DeleteUrl => LocalUrl.Of($"/accounts/{Account.Id}/mailboxes/delete");
}
