using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Mailboxes;

/// <summary>Makes a mailbox.</summary>
internal sealed class CreateMailbox(IMyMail mail) : IHandler<CreateInput, MailboxDone>
{
    public async Task<Outcome<MailboxDone>> HandleAsync(CreateInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).All(account => account.Id != input.Account)) return Refusal.NotFound("accounts.unknown");

        var mailboxes = await mail.MailboxesAsync(input.Account, cancellation);
        var parent = input.Under is { } id ? mailboxes.FirstOrDefault(mailbox => mailbox.Id == id) : null;
        if (input.Under is not null && parent is null) return Refusal.NotFound("mailboxes.unknown");

        switch (MailboxNames.Make(input.Name.Value, parent?.Name, mailboxes.Select(mailbox => mailbox.Name.Delimiter).FirstOrDefault(delimiter => delimiter is not null)))
        {
            case Outcome<MailboxName>.Done { Model: var name }:
                if (mailboxes.Any(mailbox => mailbox.Name.Value == name.Value)) return Refusal.Conflict("mailboxes.exists") with { Field = "name" };
                await mail.CreateMailboxAsync(input.Account, name, cancellation);
                return new MailboxDone(LocalUrl.Of($"/accounts/{input.Account}/mailboxes"), Said.Of("mailboxes.created", "name", UntrustedText.Show(input.Name.Value)));
            case Outcome<MailboxName>.Refused { Refusal: var refusal }:
                return refusal;
            default:
                throw new InvalidOperationException();
        }
    }
}
