using Pannier.Core;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>Removes a person and all that is theirs here, asked first; never oneself, so that an administrator always stays.</summary>
internal sealed class RemovePerson(People people, LiveSessions sessions, MirrorShelves shelves, Visit visit) : IHandler<RemovePersonInput, RemovePersonAnswer>
{
    private static readonly LocalUrl All = LocalUrl.Of("/people");

    public async Task<Outcome<RemovePersonAnswer>> HandleAsync(RemovePersonInput input, CancellationToken cancellation)
    {
        if (input.Person == visit.Required.User) return Refusal.Invalid("people.not-oneself");
        if ((await people.AllAsync(cancellation)).FirstOrDefault(one => one.Id == input.Person) is not { } person) return Refusal.NotFound("people.unknown");
        if (input.Sure == Tick.Off) return new RemovePersonAnswer.AskSure(person.Name.Shown, LocalUrl.Of($"/people/{person.Id}/remove"), All);

        await sessions.EndOthersAsync(person.Id, null, cancellation);
        await people.RemoveAsync(person.Id, CancellationToken.None);
        shelves.Remove(person.Id);
        return new RemovePersonAnswer.Done(All, Said.Of("people.removed", "name", person.Name.Shown));
    }
}
