using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts;

/// <summary>Asks for the address alone.</summary>
internal sealed class ShowAdd : IHandler<Nothing, AddPage>
{
    public Task<Outcome<AddPage>> HandleAsync(Nothing input, CancellationToken cancellation) => Task.FromResult<Outcome<AddPage>>(new AddPage.Address("", null));
}
