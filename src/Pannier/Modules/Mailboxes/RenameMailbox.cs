using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Mailboxes;

/// <summary>Renames a mailbox in its place; INBOX keeps its name.</summary>
internal sealed class RenameMailbox(IMyMail mail) : IHandler<RenameInput, MailboxDone>
{
    public async Task<Outcome<MailboxDone>> HandleAsync(RenameInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).All(account => account.Id != input.Account)) return Refusal.NotFound("accounts.unknown");

        var mailboxes = await mail.MailboxesAsync(input.Account, cancellation);
        if (mailboxes.FirstOrDefault(one => one.Id == input.Mailbox) is not { } mailbox) return Refusal.NotFound("mailboxes.unknown");
        if (mailbox.Name.IsInbox) return Refusal.Invalid("mailboxes.inbox-stays");

        var parent = mailbox.Name.Parent is { } above ? new MailboxName(above, mailbox.Name.Delimiter) : null;
        switch (MailboxNames.Make(input.Name.Value, parent, mailbox.Name.Delimiter))
        {
            case Outcome<MailboxName>.Done { Model: var name }:
                if (mailboxes.Any(other => other.Name.Value == name.Value)) return Refusal.Conflict("mailboxes.exists") with { Field = "name" };
                await mail.RenameMailboxAsync(input.Account, input.Mailbox, name, cancellation);
                return new MailboxDone(LocalUrl.Of($"/accounts/{input.Account}/mailboxes"), Said.Of("mailboxes.renamed", "name", UntrustedText.Show(input.Name.Value)));
            case Outcome<MailboxName>.Refused { Refusal: var refusal }:
                return refusal;
            default:
                throw new InvalidOperationException();
        }
    }
}
