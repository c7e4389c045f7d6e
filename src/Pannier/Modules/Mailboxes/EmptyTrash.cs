using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>Removes all messages of Trash or Junk for good, asked first.</summary>
/// <remarks>Page after page from the newest: what fails stays and ends it, so that the count in the notice is what really went.</remarks>
internal sealed class EmptyTrash(IMyMail mail) : IHandler<EmptyInput, EmptyAnswer>
{
    private const int AtOnce = 500;

    public async Task<Outcome<EmptyAnswer>> HandleAsync(EmptyInput input, CancellationToken cancellation)
    {
        if (!await MayAsync(input.List, cancellation)) return Refusal.Invalid("mailboxes.empty.only-trash");

        var query = Query.Of(input.List);
        if (input.Sure == Tick.Off) return new EmptyAnswer.AskSure(input.List, (await mail.ListAsync(query, PagePlace.First, 1, cancellation)).Total);

        var removed = 0;
        while (await mail.ListAsync(query, PagePlace.First, AtOnce, cancellation) is { Rows: { Count: > 0 } rows })
        {
            var results = await mail.ActAsync(new MailAction.Destroy(), [.. rows.Select(row => row.Key)], cancellation);
            removed += results.Count(result => result.Failure is null);
            if (results.FirstOrDefault(result => result.Failure is not null) is { } failed)
                return new Refusal(503, Said.Of("mailboxes.empty.stopped", "count", removed).With("why", failed.Fault is { } fault ? FaultTexts.Say(fault) : Said.Of("act.failure." + Choice.Name(failed.Failure!.Value)))); // the pattern has seen to it
        }

        return new EmptyAnswer.Done(ListUrl.Of(input.List), Said.Of("mailboxes.emptied", "count", removed));
    }

    private async Task<bool> MayAsync(Scope list, CancellationToken cancellation) => list switch
    {
        Scope.Combined { View: CombinedView.Trash or CombinedView.Junk } => true,
        Scope.One one => (await mail.AccountsAsync(cancellation)).Any(account => account.Id == one.Account)
            && (await mail.MailboxesAsync(one.Account, cancellation)).Any(mailbox => mailbox.Id == one.Mailbox && mailbox.Role is (MailboxRole.Trash or MailboxRole.Junk)),
        _ => false,
    };
}
