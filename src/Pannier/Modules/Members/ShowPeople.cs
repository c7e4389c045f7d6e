using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>Lists everybody, for an administrator.</summary>
internal sealed class ShowPeople(People people, ISignInDoor checks, Visit visit) : IHandler<Nothing, PeoplePage>
{
    public async Task<Outcome<PeoplePage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        return new PeoplePage([.. (await people.AllAsync(cancellation)).Select(Line)]) { CheckedBy = checks.OutsideHost };
    }

    private PersonLine Line(UserAccount person) =>
        new(person.Name.Shown, person.Role, person.CreatedAt, person.Id == visit.Required.User ? null : LocalUrl.Of($"/people/{person.Id}/remove"));
}
