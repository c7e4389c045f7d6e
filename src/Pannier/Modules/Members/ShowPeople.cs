using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>Lists everybody, for an administrator.</summary>
internal sealed class ShowPeople(People people, Links links, ISignInDoor checks, Visit visit) : IHandler<Nothing, PeoplePage>
{
    public async Task<Outcome<PeoplePage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        return new PeoplePage([.. (await people.AllAsync(cancellation)).Select(Line)]) { CheckedBy = checks.OutsideHost, Open = [.. (await links.OpenAsync(cancellation)).Select(Line)] };
    }

    private PersonLine Line(UserAccount person) =>
        new(person.Name.Shown, person.Role, person.CreatedAt, person.Id == visit.Required.User ? null : LocalUrl.Of($"/people/{person.Id}/remove"));

    private static LinkLine Line(OpenLink link) => new(link.Person?.Name.Shown, link.Role, link.ExpiresAt, LocalUrl.Of($"/people/links/{link.Id}/withdraw"));
}
