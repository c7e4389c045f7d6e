using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>Deletes a mailbox with its messages, asked first; never INBOX, never one with mailboxes in it.</summary>
internal sealed class DeleteMailbox(IMyMail mail) : IHandler<DeleteInput, DeleteAnswer>
{
    public async Task<Outcome<DeleteAnswer>> HandleAsync(DeleteInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).All(account => account.Id != input.Account)) return Refusal.NotFound("accounts.unknown");

        var mailboxes = await mail.RefreshMailboxesAsync(input.Account, cancellation);
        if (mailboxes.FirstOrDefault(one => one.Id == input.Mailbox) is not { } mailbox) return Refusal.NotFound("mailboxes.unknown");
        if (mailbox.Name.IsInbox) return Refusal.Invalid("mailboxes.inbox-stays");
        if (mailboxes.Any(other => other.Name.Parent == mailbox.Name.Value)) return Refusal.Invalid("mailboxes.has-children");
        if (input.Sure == Tick.Off) return new DeleteAnswer.AskSure(input.Account, input.Mailbox, MailboxLabel.Of(mailbox), mailbox.State?.Exists);

        await mail.DeleteMailboxAsync(input.Account, input.Mailbox, cancellation);
        return new DeleteAnswer.Done(LocalUrl.Of($"/accounts/{input.Account}/mailboxes"), Said.Of("mailboxes.deleted", "name", MailboxLabel.Of(mailbox)));
    }
}
