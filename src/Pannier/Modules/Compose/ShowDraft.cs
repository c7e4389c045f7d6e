using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Compose;

/// <summary>Shows the form of a draft of the journal.</summary>
internal sealed class ShowDraft(Journal journal, ComposeForms forms) : IHandler<OpenDraftInput, ComposePage>
{
    public async Task<Outcome<ComposePage>> HandleAsync(OpenDraftInput input, CancellationToken cancellation)
    {
        if (await journal.IsGoingOutAsync(input.Draft, cancellation)) return Refusal.Conflict("compose.going-out") with { Next = LocalUrl.Of("/outbox") };
        return await journal.FindAsync(input.Draft, cancellation) is { } draft
            ? await forms.KeptAsync(input.Draft, draft, cancellation)
            : Refusal.NotFound("compose.gone") with { Next = LocalUrl.Of("/compose") };
    }
}
