using Pannier.Core;

namespace Pannier.Modules.Accounts;

/// <summary>What comes of removing an account: a question first, then done.</summary>
public abstract record RemoveAnswer
{
    private RemoveAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : RemoveAnswer, INext;

    public sealed record AskSure(string Name, LocalUrl RemoveUrl, LocalUrl BackUrl) : RemoveAnswer, ITitled
    {
        public Said Title => Said.Of("accounts.remove.title", "name", Name);
    }
}
