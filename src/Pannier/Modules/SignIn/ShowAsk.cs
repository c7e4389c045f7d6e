using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn;

/// <summary>Asks for the code; whoever needs to give none goes on.</summary>
internal sealed class ShowAsk(Visit visit) : IHandler<AskInput, AskPage>
{
    public Task<Outcome<AskPage>> HandleAsync(AskInput input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<AskPage>>(visit.Required.AwaitsFactor ? new AskPage.Form(visit.Name, input.Next, null) : new AskPage.Done(input.Next ?? LocalUrl.Home, null));
}
