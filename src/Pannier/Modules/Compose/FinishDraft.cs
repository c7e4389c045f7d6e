using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.Compose.Outbox;

namespace Pannier.Modules.Compose;

/// <summary>Does what a button of the form says. What was written is kept first, whatever comes after.</summary>
internal sealed class FinishDraft(Journal journal, KeepFiles keep, FileDraft server, ComposeForms forms, SendDraft send) : IHandler<DraftInput, ComposeAnswer>
{
    public async Task<Outcome<ComposeAnswer>> HandleAsync(DraftInput input, CancellationToken cancellation)
    {
        if (input is { Act: DraftAct.Discard, Sure: Tick.On }) return await DiscardAsync(input.Draft, cancellation);

        switch (await journal.KeepAsync(input, cancellation))
        {
            case Outcome<KeptDraft>.Refused { Refusal: { Status: 409, Next: null } conflict }:
                return await SplitAsync(input, conflict.Said, cancellation);
            case Outcome<KeptDraft>.Refused { Refusal: var refusal }:
                return refusal;
            case Outcome<KeptDraft>.Done { Model: var draft }:
                return await ActAsync(input, draft, cancellation);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<Outcome<ComposeAnswer>> ActAsync(DraftInput input, KeptDraft draft, CancellationToken cancellation)
    {
        var mistakes = await keep.AddAsync(input.Draft, draft, input.Files, cancellation);
        if (input.Remove is { } file) await keep.RemoveAsync(input.Draft, file, cancellation);
        if (mistakes.Count > 0) return await AgainAsync(input.Draft, mistakes, 413, cancellation);
        if (input.Remove is not null) return new ComposeAnswer.Done(Page(input.Draft), null);

        switch (input.Act)
        {
            case DraftAct.Send:
                return await SendAsync(input.Draft, cancellation);
            case DraftAct.Draft:
                var trouble = await server.FileAsync(input.Draft, cancellation);
                return new ComposeAnswer.Done(Page(input.Draft), trouble is null ? Said.Of("compose.filed") : Said.Of("compose.not-filed", "why", trouble));
            case DraftAct.Discard when draft.IsEmpty && draft.ServerCopy is null:
                return await DiscardAsync(input.Draft, cancellation);
            case DraftAct.Discard:
                return new ComposeAnswer.AskDiscard(input.Draft, draft.Edition);
            default:
                return new ComposeAnswer.Done(Page(input.Draft), input.Files.Count == 0 ? Said.Of("compose.kept") : null);
        }
    }

    private async Task<Outcome<ComposeAnswer>> SendAsync(DraftId id, CancellationToken cancellation)
    {
        if (await journal.FindAsync(id, cancellation) is not { } draft) return Refusal.Conflict("compose.gone");

        return await send.SendAsync(id, draft, cancellation) switch
        {
            SendAnswer.Mistaken mistaken => await AgainAsync(id, mistaken.Mistakes, 422, cancellation),
            SendAnswer.Queued queued => new ComposeAnswer.Done(queued.Next, queued.Notice),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task<Outcome<ComposeAnswer>> DiscardAsync(DraftId id, CancellationToken cancellation)
    {
        if (await journal.IsGoingOutAsync(id, cancellation)) return Refusal.Conflict("compose.going-out") with { Next = LocalUrl.Of("/outbox") };
        if (await journal.FindAsync(id, cancellation) is { } draft && await server.UnfileAsync(draft, cancellation) is { Count: > 0 } left)
            return Refusal.Unavailable(Said.Of("compose.discard.server")) with { Messages = left, Next = Page(id) };

        await journal.RemoveAsync(id, cancellation);
        return new ComposeAnswer.Done(LocalUrl.Home, Said.Of("compose.discarded"));
    }

    /// <summary>Two pages wrote the same message: this one's text becomes a draft of its own, and its page says so.</summary>
    private async Task<Outcome<ComposeAnswer>> SplitAsync(DraftInput input, Said why, CancellationToken cancellation)
    {
        try
        {
            var (id, draft) = await journal.SplitAsync(input, cancellation);
            var mistakes = await keep.AddAsync(id, draft, input.Files, cancellation);
            var page = await forms.KeptAsync(id, await journal.FindAsync(id, cancellation) ?? draft, cancellation);
            return new ComposeAnswer.Again(page with { Mistakes = [new("", why), new("", Said.Of("compose.split")), .. mistakes], Status = 409 });
        }
        catch (LostFileException lost)
        {
            return new Refusal(409, Said.Of("compose.file-lost", "name", lost.Name));
        }
        catch (NoRoomException)
        {
            return new Refusal(507, Said.Of("compose.no-room"));
        }
    }

    private async Task<Outcome<ComposeAnswer>> AgainAsync(DraftId id, IReadOnlyList<FieldMistake> mistakes, int status, CancellationToken cancellation) =>
        await journal.FindAsync(id, cancellation) is { } draft
            ? new ComposeAnswer.Again(await forms.KeptAsync(id, draft, cancellation) with { Mistakes = mistakes, Status = status })
            : Refusal.Conflict("compose.gone");

    private static LocalUrl Page(DraftId id) => LocalUrl.Of($"/compose/{id}");
}
