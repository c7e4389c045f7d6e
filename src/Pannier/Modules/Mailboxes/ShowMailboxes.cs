using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail.Text;

namespace Pannier.Modules.Mailboxes;

/// <summary>Lists an account's mailboxes, fresh from its server.</summary>
internal sealed class ShowMailboxes(IMyMail mail) : IHandler<MailboxesInput, MailboxesPage>
{
    public async Task<Outcome<MailboxesPage>> HandleAsync(MailboxesInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).FirstOrDefault(one => one.Id == input.Account) is not { } account) return Refusal.NotFound("accounts.unknown");

        var mailboxes = await mail.RefreshMailboxesAsync(input.Account, cancellation);
        return new MailboxesPage(account, [.. MailboxTree.Order(mailboxes).Select(node => new MailboxLine(node.Mailbox, UntrustedText.Show(node.Mailbox.Name.Leaf), node.Depth))]);
    }
}
