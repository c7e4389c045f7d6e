using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Compose;

/// <summary>Shows above a list of drafts those that are not on the server yet; leaves a gap elsewhere.</summary>
internal sealed class OfferKeptDrafts(Journal journal, IMyMail mail) : IHandler<ListTools, KeptDraftLines>
{
    public async Task<Outcome<KeptDraftLines>> HandleAsync(ListTools input, CancellationToken cancellation)
    {
        if (input.Search is not null || !await IsDraftsAsync(input.Scope, cancellation)) return Refusal.NotFound("compose.gone");

        var kept = (await journal.AllAsync(cancellation)).Where(one => one.Draft is { IsEmpty: false, Edition: > 0 } draft && draft.FiledEdition != draft.Edition).ToList();
        return kept.Count == 0
            ? Refusal.NotFound("compose.gone")
            : new KeptDraftLines([.. kept.OrderByDescending(one => one.Draft.ChangedAt).Select(one => new KeptDraftLine(one.Id, one.Draft.Subject.Trim().Length == 0 ? null : UntrustedText.Show(one.Draft.Subject), one.Draft.ChangedAt))]);
    }

    private async Task<bool> IsDraftsAsync(Scope scope, CancellationToken cancellation) => scope switch
    {
        Scope.Combined { View: var view } => view == CombinedView.Drafts,
        Scope.One one => (await mail.KnownMailboxesAsync(one.Account, cancellation) ?? []).Any(mailbox => mailbox.Id == one.Mailbox && mailbox.Role == MailboxRole.Drafts),
        _ => false,
    };
}
