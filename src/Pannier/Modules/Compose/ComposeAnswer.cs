using Pannier.Core;

namespace Pannier.Modules.Compose;

/// <summary>What comes of the form's buttons: done, the form again, or the question before throwing away.</summary>
public abstract record ComposeAnswer
{
    private ComposeAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : ComposeAnswer, INext;

    public sealed record Again(ComposePage Page) : ComposeAnswer, ITitled, IUnfinished
    {
        public Said Title => Page.Title;

        public int Status => Page.Status;
    }

    public sealed record AskDiscard(DraftId Id, int Version) : ComposeAnswer, ITitled
    {
        public Said Title => Said.Of("compose.discard.title");

        public LocalUrl BackUrl => LocalUrl.Of($"/compose/{Id}");
    }
}
