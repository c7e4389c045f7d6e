using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Compose;

/// <summary>Keeps what is written in the journal, every few seconds while it is written.</summary>
internal sealed class SaveDraft(Journal journal) : IHandler<DraftInput, SavedLine>
{
    public async Task<Outcome<SavedLine>> HandleAsync(DraftInput input, CancellationToken cancellation) => await journal.KeepAsync(input, cancellation) switch
    {
        Outcome<KeptDraft>.Done { Model: var draft } => new SavedLine(input.Draft, draft.Edition, draft.ChangedAt),
        Outcome<KeptDraft>.Refused { Refusal: var refusal } => refusal,
        _ => throw new InvalidOperationException(),
    };
}
