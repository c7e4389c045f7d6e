using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>Offers to empty a list that may be emptied; refuses quietly, and so leaves a gap, elsewhere.</summary>
internal sealed class OfferEmptyTrash(IMyMail mail) : IHandler<ListTools, EmptyTrashOffer>
{
    public async Task<Outcome<EmptyTrashOffer>> HandleAsync(ListTools input, CancellationToken cancellation) => input switch
    {
        { Search: not null } => Refusal.NotFound("mailboxes.empty.only-trash"),
        { Scope: Scope.Combined { View: CombinedView.Trash or CombinedView.Junk } } => new EmptyTrashOffer(input.Scope),
        { Scope: Scope.One one } when (await mail.KnownMailboxesAsync(one.Account, cancellation) ?? []).Any(mailbox => mailbox.Id == one.Mailbox && mailbox.Role is (MailboxRole.Trash or MailboxRole.Junk)) => new EmptyTrashOffer(input.Scope),
        _ => Refusal.NotFound("mailboxes.empty.only-trash"),
    };
}
