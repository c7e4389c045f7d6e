using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Factor;

internal sealed class ShowFirst(FirstFactor first, Visit visit) : IHandler<AskInput, FirstPage>
{
    public async Task<Outcome<FirstPage>> HandleAsync(AskInput input, CancellationToken cancellation) =>
        await first.ElsewhereAsync(input.Next, cancellation) is { } elsewhere ? elsewhere : new FirstPage.Choose(visit.Name, input.Next, "", null);
}
