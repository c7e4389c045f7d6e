using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Lists the mailboxes messages can go to; an account whose server has not answered yet is left out of it.</summary>
internal sealed class Targets(IMyMail mail)
{
    public async Task<IReadOnlyList<TargetAccount>> ListAsync(Func<MyAccount, bool> which, CancellationToken cancellation)
    {
        var targets = new List<TargetAccount>();
        foreach (var account in (await mail.AccountsAsync(cancellation)).Where(which))
            if (await mail.KnownMailboxesAsync(account.Id, cancellation) is { } mailboxes) targets.Add(new TargetAccount(account.Name, [.. mailboxes.Where(mailbox => mailbox.Selectable).Select(Target)]));
        return targets;
    }

    private static TargetMailbox Target(Mailbox mailbox) => new(
        new Scope.One(mailbox.Account, mailbox.Id),
        MailboxLabel.Of(mailbox),
        mailbox.Name.Delimiter is { } delimiter ? mailbox.Name.Value.Count(c => c == delimiter) : 0);
}
