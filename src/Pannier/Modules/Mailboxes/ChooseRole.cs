using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>Remembers what a mailbox is for, whatever its server or its name say.</summary>
internal sealed class ChooseRole(IMyMail mail) : IHandler<RoleInput, MailboxDone>
{
    public async Task<Outcome<MailboxDone>> HandleAsync(RoleInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).All(account => account.Id != input.Account)) return Refusal.NotFound("accounts.unknown");
        if ((await mail.MailboxesAsync(input.Account, cancellation)).All(mailbox => mailbox.Id != input.Mailbox)) return Refusal.NotFound("mailboxes.unknown");
        if (input.Role is MailboxRole.Inbox) return Refusal.Invalid("mailboxes.one-inbox", "role");

        await mail.ChooseRoleAsync(input.Account, input.Mailbox, input.Role, cancellation);
        return new MailboxDone(LocalUrl.Of($"/accounts/{input.Account}/mailboxes"), Said.Of("mailboxes.role-chosen"));
    }
}
