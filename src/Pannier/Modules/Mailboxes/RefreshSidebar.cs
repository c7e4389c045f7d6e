using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Modules.Mailboxes;

/// <summary>The sidebar alone, for the page's script to keep its counts fresh; the script marks where one is.</summary>
internal sealed class RefreshSidebar(ShowSidebar sidebar) : IHandler<Nothing, Sidebar>
{
    public Task<Outcome<Sidebar>> HandleAsync(Nothing input, CancellationToken cancellation) => sidebar.HandleAsync(new SidebarSlot("/sidebar"), cancellation);
}
