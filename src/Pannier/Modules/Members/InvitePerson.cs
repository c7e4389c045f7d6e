using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>Makes a link by which one new person registers.</summary>
internal sealed class InvitePerson(Links links, Visit visit, IOptions<SiteOptions> site) : IHandler<InviteInput, Invitation>
{
    public async Task<Outcome<Invitation>> HandleAsync(InviteInput input, CancellationToken cancellation)
    {
        if (visit.Required.Role != Role.Administrator) return Refusal.Forbidden("people.administrators");

        var link = await links.InviteAsync(input.Role, cancellation);
        return new Invitation($"{site.Value.PublicOrigins[0]}/register/{link.Token}", link.ExpiresAt);
    }
}
