using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Compose;

/// <summary>Takes files that were chosen or dropped; the text is saved by its own request.</summary>
internal sealed class AttachFiles(Journal journal, KeepFiles keep) : IHandler<DraftInput, AttachedFiles>
{
    public async Task<Outcome<AttachedFiles>> HandleAsync(DraftInput input, CancellationToken cancellation)
    {
        switch (await journal.KeepAsync(input, cancellation))
        {
            case Outcome<KeptDraft>.Refused { Refusal: var refusal }:
                return refusal;
            case Outcome<KeptDraft>.Done { Model: var draft }:
                if (await keep.AddAsync(input.Draft, draft, input.Files, cancellation) is { Count: > 0 } tooLarge)
                    return new Refusal(413, tooLarge[0].Said) { Field = "file" };
                return await journal.FindAsync(input.Draft, cancellation) is { } now
                    ? new AttachedFiles(input.Draft, ComposeForms.Lines(now))
                    : Refusal.Conflict("compose.gone");
            default:
                throw new InvalidOperationException();
        }
    }
}
