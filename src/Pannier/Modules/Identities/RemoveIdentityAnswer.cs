using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Identities;

/// <summary>What comes of removing an identity: a question first, then done.</summary>
public abstract record RemoveIdentityAnswer
{
    private RemoveIdentityAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : RemoveIdentityAnswer, INext;

    public sealed record AskSure(Identity Identity) : RemoveIdentityAnswer, ITitled
    {
        public Said Title => Said.Of("identities.remove.title", "address", Identity.Address);

        public LocalUrl RemoveUrl => IdentityUrl.Remove(Identity.Id);

        public LocalUrl BackUrl => IdentityUrl.All;
    }
}
