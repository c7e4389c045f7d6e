using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Identities;

/// <summary>Who the person writes as through each account: name, address, reply address, signature. One of each account's is its default.</summary>
public sealed class IdentitiesModule : IModule
{
    public string Name => "identities";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowIdentities, IdentitiesPage, IdentitiesView>("/identities");
        module.Get<AccountOfIdentityInput, ShowAddIdentity, IdentityPage, IdentityView>("/identities/add");
        module.Post<AddIdentityInput, AddIdentity, IdentityPage, IdentityView>("/identities/add");
        module.Get<IdentityInput, ShowIdentity, IdentityPage, IdentityView>("/identities/{identity}");
        module.Post<EditIdentityInput, EditIdentity, IdentityPage, IdentityView>("/identities/{identity}");
        module.Post<RemoveIdentityInput, RemoveIdentity, RemoveIdentityAnswer, RemoveIdentityView>("/identities/{identity}/remove");
    }
}
