using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Asks for the second factor; whoever needs to give none goes on.</summary>
internal sealed class ShowAsk(AskForms forms, Visit visit) : IHandler<AskInput, AskPage>
{
    public async Task<Outcome<AskPage>> HandleAsync(AskInput input, CancellationToken cancellation) =>
        visit.Required.AwaitsFactor ? await forms.ShowAsync(input.Next, cancellation) : new AskPage.Done(input.Next ?? LocalUrl.Home, null);
}
