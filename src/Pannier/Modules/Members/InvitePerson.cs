using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>Makes a link by which one new person registers, or lets a name in that a back end vouches for.</summary>
internal sealed class InvitePerson(Links links, OutsidePeople arrivals, ISignInDoor checks, People people, IOptions<SiteOptions> site) : IHandler<InviteInput, Invitation>
{
    public async Task<Outcome<Invitation>> HandleAsync(InviteInput input, CancellationToken cancellation)
    {
        if (input.Name is { Value.Length: > 0 } typed && checks.OutsideHost is { } host)
        {
            if (SignInName.Read(typed.Value) is not { } read || checks.Name(read) is not { } name) return Refusal.Invalid("people.let-in.name", "name");
            if (await people.FindAsync(name, cancellation) is not null) return Refusal.Conflict("people.let-in.there") with { Field = "name" };
            return new Invitation.ByName(name.Shown, host, await arrivals.InviteAsync(name, input.Role, cancellation));
        }

        if (!checks.IsLocal) return Refusal.Invalid("people.let-in.name", "name");
        var link = await links.InviteAsync(input.Role, cancellation);
        return new Invitation.Link($"{site.Value.PublicOrigins[0]}/register/{link.Token}", link.ExpiresAt);
    }
}
