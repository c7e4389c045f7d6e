using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Identities;

/// <summary>An identity's form, or where saving it led.</summary>
public abstract record IdentityPage
{
    private IdentityPage()
    {
    }

    /// <param name="SaveUrl">Where the form goes.</param>
    /// <param name="Default">Whether the default can still be chosen here.</param>
    public sealed record Form(MyAccount Account, LocalUrl SaveUrl, Said Title, IdentityFields Typed, IdentityCheck Wrong, DefaultChoice Default) : IdentityPage, ITitled, IUnfinished
    {
        public int Status => Wrong == IdentityCheck.Good ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : IdentityPage, INext;
}
