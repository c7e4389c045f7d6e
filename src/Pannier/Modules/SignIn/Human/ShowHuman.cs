using Pannier.Core;
using Pannier.Core.Humans;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Human;

/// <summary>Asks a visitor to show that they are a person; whoever is signed in goes on, and no service's script runs for them.</summary>
internal sealed class ShowHuman(HumanCheck human, HumanForms forms) : IHandler<HumanInput, HumanPage>
{
    public Task<Outcome<HumanPage>> HandleAsync(HumanInput input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<HumanPage>>(human.IsOn ? forms.Show(input.Errand) : new HumanPage.Done(input.Errand.Onward() ?? LocalUrl.Of("/sign-in"), null));
}
