using Pannier.Core;

namespace Pannier.Modules.Mailboxes;

/// <summary>An account in the sidebar.</summary>
/// <param name="Trouble">Why its mailboxes are missing or old; null when all is well.</param>
public sealed record SidebarAccount(string Name, string Mark, LocalUrl ManageUrl, IReadOnlyList<SidebarLink> Mailboxes, Said? Trouble);
