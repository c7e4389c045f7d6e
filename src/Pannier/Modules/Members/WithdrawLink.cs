using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>Makes an open invitation, or a link that sets a password, useless.</summary>
internal sealed class WithdrawLink(Links links) : IHandler<WithdrawLinkInput, LinkWithdrawn>
{
    public async Task<Outcome<LinkWithdrawn>> HandleAsync(WithdrawLinkInput input, CancellationToken cancellation) =>
        await links.WithdrawAsync(input.Link, cancellation) ? new LinkWithdrawn(LocalUrl.Of("/people"), Said.Of("people.open.withdrawn")) : Refusal.NotFound("people.open.gone");
}
