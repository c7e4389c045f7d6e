using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;
using Pannier.Core.Views;

namespace Pannier.Modules.Members;

/// <summary>Who may sign in, for administrators: listed, invited, removed. Nobody's mail can be read here.</summary>
public sealed class MembersModule : IModule
{
    public string Name => "members";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowPeople, PeoplePage, PeopleView>("/people", role: Role.Administrator);
        module.Post<InviteInput, InvitePerson, Invitation, InvitationView>("/people/invite", role: Role.Administrator);
        module.Post<WithdrawLinkInput, WithdrawLink, LinkWithdrawn, NoticeView<LinkWithdrawn>>("/people/links/{link}/withdraw", role: Role.Administrator);
        module.Post<RemovePersonInput, RemovePerson, RemovePersonAnswer, RemovePersonView>("/people/{person}/remove", role: Role.Administrator);
    }
}
