using Pannier.Core;

namespace Pannier.Modules.Members;

/// <summary>What comes of removing a person: a question first, then done.</summary>
public abstract record RemovePersonAnswer
{
    private RemovePersonAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : RemovePersonAnswer, INext;

    public sealed record AskSure(string Name, LocalUrl RemoveUrl, LocalUrl BackUrl) : RemovePersonAnswer, ITitled
    {
        public Said Title => Said.Of("people.remove.title", "name", Name);
    }
}
