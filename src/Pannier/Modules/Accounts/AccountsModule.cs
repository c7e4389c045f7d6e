using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Modules.Accounts;

/// <summary>
/// The person's mail accounts. Adding one takes three steps: the address, the servers found for it, and the password, which leaves
/// only for hosts the person has confirmed by name. Nothing is stored before both servers let us in.
/// </summary>
public sealed class AccountsModule : IModule
{
    public string Name => "accounts";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton<ServerForm>();
        module.Services.AddSingleton<TryServers>();
        module.Services.AddSingleton<IFindServers, FindServers>();
        module.Get<Nothing, ShowAccounts, AccountsPage, AccountsView>("/accounts");
        module.Post<OrderInput, OrderAccounts, AccountDone, NoticeView<AccountDone>>("/accounts/order");
        module.Get<Nothing, ShowAdd, AddPage, AddView>("/accounts/add");
        module.Post<AddressInput, FindAccountServers, AddPage, AddView>("/accounts/add");
        module.Post<AddInput, AddAccount, AddPage, AddView>("/accounts/add/check");
        module.Get<AccountInput, ShowEdit, EditPage, EditView>("/accounts/{account}");
        module.Post<EditInput, EditAccount, EditPage, EditView>("/accounts/{account}");
        module.Post<CombinedInput, ChooseCombined, AccountDone, NoticeView<AccountDone>>("/accounts/{account}/combined");
        module.Post<AccountInput, TestAccount, TestAnswer, TestView>("/accounts/{account}/test");
        module.Post<RemoveInput, RemoveAccount, RemoveAnswer, RemoveView>("/accounts/{account}/remove");
        module.Fill<SidebarSlot, OfferAdd, AddOffer, AddOfferView>();
    }
}
