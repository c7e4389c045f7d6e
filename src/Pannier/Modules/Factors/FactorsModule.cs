using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Factors;

/// <summary>The second factor in the settings: set up, renewed and taken away. The door asks for it.</summary>
public sealed class FactorsModule : IModule
{
    public string Name => "factors";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<FactorStates>();
        module.Services.AddScoped<SetupPages>();
        module.Get<Nothing, ShowFactor, FactorPage, FactorView>("/settings/second-factor");
        module.Post<BeginInput, BeginFactor, FactorPage, FactorView>("/settings/second-factor/begin");
        module.Post<ConfirmInput, ConfirmFactor, FactorPage, FactorView>("/settings/second-factor/confirm");
        module.Post<BeginInput, MakeCodes, FactorPage, FactorView>("/settings/second-factor/codes");
        module.Post<RemoveInput, RemoveFactor, FactorPage, FactorView>("/settings/second-factor/remove");
    }
}
