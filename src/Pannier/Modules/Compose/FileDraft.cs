using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Compose;

/// <summary>Puts a draft into its account's Drafts mailbox in place of our own earlier copy, which alone is removed (one draft, one copy).</summary>
internal sealed class FileDraft(IMyMail mail, Journal journal, DraftMessage messages, RoleMailbox roles, Turns turns)
{
    /// <summary>Files it where the copy there is not this edition.</summary>
    /// <returns>Why it could not be filed, the journal keeping it all the same; null when it is there.</returns>
    public async Task<Said?> FileAsync(DraftId id, CancellationToken cancellation)
    {
        using var turn = await turns.TakeAsync(id, cancellation);
        if (await journal.FindAsync(id, cancellation) is not { } draft) return null;
        if (draft.FiledEdition == draft.Edition && draft.Edition > 0 && draft.ServerCopy is not null) return null;

        try
        {
            if (await messages.ForDraftsAsync(draft, cancellation) is not { } written) return Said.Of("compose.no-account");

            var drafts = await roles.GetAsync(written.Account, MailboxRole.Drafts, cancellation);
            using var bytes = new MemoryStream();
            await MessageBuilder.WriteAsync(written.Message, MessageForm.ForDrafts, bytes, cancellation);
            bytes.Position = 0;
            var copy = await mail.AppendAsync(written.Account, drafts, bytes, Keywords.Draft | Keywords.Seen, cancellation)
                ?? await NewestAsync(written.Account, drafts, draft.MessageId, cancellation);
            var now = await journal.ChangeAsync(
                id,
                one => one with
                {
                    ServerCopy = copy,
                    FiledEdition = draft.Edition,
                    OldCopies = one.ServerCopy is { } old && old != copy ? [.. one.OldCopies, old] : one.OldCopies,
                },
                CancellationToken.None); // it is there now: not knowing it would leave a second copy
            await RemoveCopiesAsync(id, now?.OldCopies ?? [], cancellation);
            return null;
        }
        catch (MailFault fault)
        {
            return FaultTexts.Say(fault);
        }
        catch (LostFileException lost)
        {
            return Said.Of("compose.file-lost", "name", lost.Name);
        }
    }

    /// <summary>Removes all our copies of a draft that is no more.</summary>
    /// <returns>Those that could not be removed.</returns>
    public async Task<IReadOnlyList<MessageKey>> UnfileAsync(KeptDraft draft, CancellationToken cancellation) =>
        await DestroyAsync(draft.ServerCopy is { } copy ? [.. draft.OldCopies, copy] : draft.OldCopies, cancellation);

    private async Task RemoveCopiesAsync(DraftId id, IReadOnlyList<MessageKey> old, CancellationToken cancellation)
    {
        if (old.Count == 0) return;
        var left = await DestroyAsync(old, cancellation);
        await journal.ChangeAsync(id, one => one with { OldCopies = [.. one.OldCopies.Where(key => !old.Contains(key) || left.Contains(key))] }, CancellationToken.None);
    }

    private async Task<IReadOnlyList<MessageKey>> DestroyAsync(IReadOnlyList<MessageKey> copies, CancellationToken cancellation)
    {
        if (copies.Count == 0) return [];
        var results = await mail.ActAsync(new MailAction.Destroy(), copies, cancellation);
        return [.. results.Where(result => result.Failure == ActFailure.Server).Select(result => result.Key)];
    }

    private async Task<MessageKey?> NewestAsync(AccountId account, MailboxId drafts, string messageId, CancellationToken cancellation) =>
        (await mail.FindAsync(account, drafts, SearchTerms.All with { MessageId = messageId }, cancellation)) is [var newest, ..] ? newest : null;
}
