using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Messages;

/// <summary>The person has seen what servers did not let them do.</summary>
internal sealed class SeeTroubles(IMyMail mail) : IHandler<SeenInput, ActAnswer>
{
    public Task<Outcome<ActAnswer>> HandleAsync(SeenInput input, CancellationToken cancellation)
    {
        mail.ForgetTroubles();
        return Task.FromResult<Outcome<ActAnswer>>(new ActAnswer.Done(input.Next ?? LocalUrl.Home, null));
    }
}
