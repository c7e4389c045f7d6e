using Pannier.Core;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>What comes of a button of the outbox.</summary>
public abstract record OutboxAnswer
{
    private OutboxAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : OutboxAnswer, INext;

    /// <param name="MayBeSent">Whether it may have gone out all the same.</param>
    public sealed record AskDiscard(DraftId Item, string? Subject, bool MayBeSent) : OutboxAnswer, ITitled
    {
        public Said Title => Said.Of("outbox.discard.title");
    }
}
