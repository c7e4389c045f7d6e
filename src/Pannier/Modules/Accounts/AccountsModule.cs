using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;
using Pannier.Core.Views;
using Pannier.Modules.Accounts.Provider;

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
        module.Get<AccountInput, ShowHealth, HealthPage, HealthView>("/accounts/{account}/health");
        module.Post<RemoveInput, RemoveAccount, RemoveAnswer, RemoveView>("/accounts/{account}/remove");
        RegisterProviders(module);
        module.Fill<SidebarSlot, OfferAdd, AddOffer, AddOfferView>();
    }

    /// <summary>Accounts that are signed in to on their provider's own page (OAuth2).</summary>
    private static void RegisterProviders(ModuleBuilder module)
    {
        module.Services.AddScoped<PendingSignIns>();
        module.Services.AddScoped<BeginSignIn>();
        module.Services.AddScoped<FinishSignIn>();
        module.Services.AddScoped<AddByProvider>();
        module.Services.AddScoped<ProviderLines>();
        module.Services.AddSingleton<RevokeGrant>();
        module.Post<AddInput, BeginAdd, AddPage, AddView>("/accounts/add/sign-in");
        module.Post<AddInput, BeginAddByCode, AddPage, AddView>("/accounts/add/code");
        module.Post<AgainInput, SignInAgain, SignInPage, SignInView>("/accounts/{account}/sign-in");
        module.Get<ReturnInput, TakeReturn, SignInPage, SignInView>(CallBack.Path);
        module.Post<DeviceInput, CheckDevice, SignInPage, SignInView>("/accounts/sign-in/code");
        module.Get<Nothing, ShowProviders, ProvidersPage, ProvidersView>("/accounts/providers", role: Role.Administrator);
        module.Post<ProviderInput, CheckProvider, ProvidersPage, ProvidersView>("/accounts/providers/check", role: Role.Administrator);
    }
}
