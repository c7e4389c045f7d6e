using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Modules.Compose;

/// <summary>Finds the mailbox of a role in an account, and makes one where there is none, as mail programs do for Drafts and Sent.</summary>
internal sealed class RoleMailbox(IMyMail mail)
{
    /// <exception cref="MailFault">There is none and none can be made.</exception>
    public async Task<MailboxId> GetAsync(AccountId account, MailboxRole role, CancellationToken cancellation)
    {
        if (Of(await mail.MailboxesAsync(account, cancellation), role) is { } known) return known.Id;

        var mailboxes = await mail.RefreshMailboxesAsync(account, cancellation);
        if (Of(mailboxes, role) is { } listed) return listed.Id;

        var delimiter = mailboxes.Select(mailbox => mailbox.Name.Delimiter).FirstOrDefault(one => one is not null);
        var made = await MakeAsync(account, role.ToString(), delimiter, cancellation);
        mailboxes = await mail.RefreshMailboxesAsync(account, cancellation);
        var mailbox = mailboxes.FirstOrDefault(one => one.Name.Value == made.Value) ?? throw new MailFault(MailFaultKind.NotFound);
        if (mailbox.Role != role) await mail.ChooseRoleAsync(account, mailbox.Id, role, cancellation);
        return mailbox.Id;
    }

    private static Mailbox? Of(IReadOnlyList<Mailbox> mailboxes, MailboxRole role) => mailboxes.FirstOrDefault(mailbox => mailbox.Role == role && mailbox.Selectable);

    // Some servers keep everything of a person below INBOX.
    private async Task<MailboxName> MakeAsync(AccountId account, string name, char? delimiter, CancellationToken cancellation)
    {
        var plain = new MailboxName(name, delimiter);
        try
        {
            await mail.CreateMailboxAsync(account, plain, cancellation);
            return plain;
        }
        catch (MailFault fault) when (fault.Kind == MailFaultKind.Refused && delimiter is not null)
        {
            var below = new MailboxName($"INBOX{delimiter}{name}", delimiter);
            await mail.CreateMailboxAsync(account, below, cancellation);
            return below;
        }
    }
}
