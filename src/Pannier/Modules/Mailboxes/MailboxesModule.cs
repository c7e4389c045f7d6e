using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>The sidebar of views and mailbox trees, and the making, renaming and deleting of mailboxes.</summary>
public sealed class MailboxesModule : IModule
{
    public string Name => "mailboxes";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<MailboxCounts>();
        module.Fill<SidebarSlot, ShowSidebar, Sidebar, SidebarView>();
        module.Get<Nothing, RefreshSidebar, Sidebar, SidebarView>("/sidebar");
        module.Fill<ListTools, OfferEmptyTrash, EmptyTrashOffer, EmptyTrashView>();
        module.Get<MailboxesInput, ShowMailboxes, MailboxesPage, MailboxesView>("/accounts/{account}/mailboxes");
        module.Post<CreateInput, CreateMailbox, MailboxDone, NoticeView<MailboxDone>>("/accounts/{account}/mailboxes/create");
        module.Post<RenameInput, RenameMailbox, MailboxDone, NoticeView<MailboxDone>>("/accounts/{account}/mailboxes/rename");
        module.Post<RoleInput, ChooseRole, MailboxDone, NoticeView<MailboxDone>>("/accounts/{account}/mailboxes/role");
        module.Post<DeleteInput, DeleteMailbox, DeleteAnswer, DeleteView>("/accounts/{account}/mailboxes/delete");
        module.Post<EmptyInput, EmptyTrash, EmptyAnswer, EmptyView>("/mailboxes/empty");
    }
}
