using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Text;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Says what a server did not let the person do, and where the messages are.</summary>
internal sealed class TroubleText(IMyMail mail)
{
    public async Task<IReadOnlyList<Said>> AllAsync(CancellationToken cancellation)
    {
        if (mail.Troubles is not { Count: > 0 } troubles) return [];

        var accounts = await mail.AccountsAsync(cancellation);
        var all = new List<Said>();
        foreach (var trouble in troubles)
        {
            var mailboxes = await mail.KnownMailboxesAsync(trouble.Account, cancellation) ?? [];
            var home = mailboxes.FirstOrDefault(mailbox => mailbox.Id == trouble.Mailbox);
            var target = trouble.Action is MailAction.Move move ? mailboxes.FirstOrDefault(mailbox => mailbox.Id == move.Mailbox) : null;
            var key = trouble.Failure == ActFailure.MarkedOnly ? "lists.trouble.marked" : trouble.Action switch
            {
                MailAction.Mark => "lists.trouble.mark",
                MailAction.Move => "lists.trouble.move",
                _ => "lists.trouble.destroy",
            };
            all.Add(Said.Of(key, "count", trouble.Count)
                .With("from", home is null ? "?" : MailboxLabel.Of(home))
                .With("to", target is null ? "?" : MailboxLabel.Of(target))
                .With("account", accounts.FirstOrDefault(account => account.Id == trouble.Account)?.Name ?? "")
                .With("why", trouble.Fault is { } fault ? FaultTexts.Say(fault) : Said.Of("act.failure." + Choice.Name(trouble.Failure))));
        }

        return all;
    }
}
