using Pannier.Core;
using Pannier.Core.Records;
using Pannier.Modules.Compose.Outbox;

namespace Pannier.Modules.Compose;

/// <summary>The person's journal of messages being written: whatever a form sends is kept here first, before anything else is done with it.</summary>
/// <remarks>
/// A record is made at the first save, from the original and what the page changed of it. Fields carry the edition they were
/// made from: another page's newer text is never written over. Files are added and removed one by one and never collide.
/// </remarks>
internal sealed class Journal(IMyRecords<KeptDraft> drafts, IMyRecords<OutboxItem> outbox, StartMessage starts, DraftFiles files, TimeProvider clock)
{
    public async Task<KeptDraft?> FindAsync(DraftId id, CancellationToken cancellation) => (await drafts.FindAsync(id.Value, cancellation))?.Value;

    public async Task<bool> IsGoingOutAsync(DraftId id, CancellationToken cancellation) => await outbox.FindAsync(id.Value, cancellation) is not null;

    /// <summary>Keeps what the form holds.</summary>
    /// <returns>The draft as it is now; 409 with <c>compose.conflict</c> when another page has changed it since, and nothing is kept then.</returns>
    public async Task<Outcome<KeptDraft>> KeepAsync(DraftInput input, CancellationToken cancellation)
    {
        while (true)
        {
            if (await IsGoingOutAsync(input.Draft, cancellation)) return Refusal.Conflict("compose.going-out") with { Next = LocalUrl.Of("/outbox") };

            var found = await drafts.FindAsync(input.Draft.Value, cancellation);
            if (found is not null && input.IsWhole && found.Value.Edition != input.Version && !Same(found.Value, input)) return Refusal.Conflict("compose.conflict");
            if (found is null && input.Version > 0) return Refusal.Conflict("compose.gone");

            KeptDraft before;
            switch (found is null ? await BeginAsync(input, cancellation) : found.Value)
            {
                case Outcome<KeptDraft>.Refused { Refusal: var refusal }:
                    return refusal;
                case Outcome<KeptDraft>.Done { Model: var begun }:
                    before = begun;
                    break;
                default:
                    throw new InvalidOperationException();
            }

            var after = Written(before, input);
            if (found is not null && after == before) return before;

            after = after with { Edition = before.Edition + (input.IsWhole ? 1 : 0), ChangedAt = clock.GetUtcNow() }; // a file alone is no new text
            if (await drafts.PutAsync(input.Draft.Value, after, found?.Version ?? 0, cancellation)) return after;
            if (found is null) await files.RemoveAsync(before.Files, cancellation); // somebody was quicker: theirs counts
        }
    }

    /// <summary>Changes a draft by what is known of it just now; null when there is none any more.</summary>
    public async Task<KeptDraft?> ChangeAsync(DraftId id, Func<KeptDraft, KeptDraft> change, CancellationToken cancellation)
    {
        while (await drafts.FindAsync(id.Value, cancellation) is { } found)
        {
            var after = change(found.Value);
            if (after == found.Value || await drafts.PutAsync(id.Value, after, found.Version, cancellation)) return after;
        }

        return null;
    }

    /// <summary>Keeps a form that came too late for its draft as a draft of its own: both texts stay.</summary>
    public async Task<(DraftId Id, KeptDraft Draft)> SplitAsync(DraftInput input, CancellationToken cancellation)
    {
        var theirs = await FindAsync(input.Draft, cancellation);
        var id = DraftId.New();
        KeptDraft start;
        if (theirs is not null)
        {
            var copies = new List<KeptFile>();
            foreach (var file in theirs.Files) copies.Add(await files.CopyAsync(file, cancellation));
            start = theirs with { Files = copies, ServerCopy = null, FiledEdition = 0, OldCopies = [], MessageId = NewIdLike(theirs.MessageId) };
        }
        else
        {
            var begun = await starts.BeginAsync(StartKind.New, null, cancellation);
            start = begun is Outcome<Start>.Done { Model: var made } ? made.Draft : throw new InvalidOperationException("a draft without an account");
        }

        var draft = Written(start, input) with { Edition = 1, ChangedAt = clock.GetUtcNow() };
        await drafts.PutAsync(id.Value, draft, cancellation);
        return (id, draft);
    }

    /// <summary>Forgets a draft with its files; copies on servers are the caller's.</summary>
    public async Task RemoveAsync(DraftId id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } draft) return;
        await drafts.RemoveAsync(id.Value, cancellation);
        await files.RemoveAsync(draft.Files, cancellation);
    }

    /// <summary>All drafts that are not on their way out.</summary>
    public async Task<IReadOnlyList<(DraftId Id, KeptDraft Draft)>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<(DraftId, KeptDraft)>();
        await foreach (var record in drafts.AllAsync(cancellation))
            if (DraftId.Read(record.Id) is { } id && !await IsGoingOutAsync(id, cancellation)) all.Add((id, record.Value));

        return all;
    }

    /// <summary>A new Message-ID at the same domain.</summary>
    public static string NewIdLike(string messageId) => $"{DraftId.New()}{messageId[Math.Max(messageId.LastIndexOf('@'), 0)..]}";

    private async Task<Outcome<KeptDraft>> BeginAsync(DraftInput input, CancellationToken cancellation)
    {
        switch (await starts.BeginAsync(input.Kind, input.Original, cancellation))
        {
            case Outcome<Start>.Refused { Refusal: var refusal }:
                return refusal;
            case Outcome<Start>.Done { Model: var start }:
                var kept = new List<KeptFile>();
                var room = DraftInput.MostOctets;
                foreach (var file in start.Files.Where(file => input.Keep.Any(wanted => wanted.Value == file.Id)))
                {
                    if (await files.AddAsync(file, room, cancellation) is not { } copied)
                    {
                        await files.RemoveAsync(kept, cancellation);
                        return new Refusal(413, Said.Of("compose.too-large", "name", file.Name));
                    }

                    kept.Add(copied);
                    room -= copied.Size;
                }

                return start.Draft with { Files = kept };
            default:
                throw new InvalidOperationException();
        }
    }

    private static KeptDraft Written(KeptDraft draft, DraftInput input) => !input.IsWhole ? draft : draft with
    {
        From = input.From,
        Reason = input.From == draft.From ? draft.Reason : null,
        To = input.To?.Value ?? "",
        Cc = input.Cc?.Value ?? "",
        Bcc = input.Bcc?.Value ?? "",
        Subject = input.Subject?.Value ?? "",
        Text = input.Text?.Value ?? "",
    };

    private static bool Same(KeptDraft draft, DraftInput input) => Written(draft, input) == draft;
}
