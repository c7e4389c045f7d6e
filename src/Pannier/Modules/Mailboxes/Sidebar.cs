using Pannier.Core;

namespace Pannier.Modules.Mailboxes;

/// <summary>What stands at the left: views over all accounts, those of one's own making, then each account's tree.</summary>
public sealed record Sidebar(IReadOnlyList<SidebarLink> Views, IReadOnlyList<SidebarLink> Own, IReadOnlyList<SidebarAccount> Accounts);
