using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Lists;

/// <summary>Asks the servers no further; what they found stays.</summary>
internal sealed class StopSearch(IMyMail mail, ListQueries queries) : IHandler<StopSearchInput, Stopped>
{
    public async Task<Outcome<Stopped>> HandleAsync(StopSearchInput input, CancellationToken cancellation)
    {
        if (await queries.OfAsync(input.List, cancellation) is { } understood) await mail.StopSearchAsync(understood.Query, cancellation);
        return new Stopped(ListUrl.Of(input.List), null);
    }
}
