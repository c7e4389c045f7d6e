using Pannier.Core;

namespace Pannier.Modules.Mailboxes;

/// <summary>A link to a list.</summary>
/// <param name="Icon">Of the sprite.</param>
/// <param name="Unread">Null for none, or where nothing is known yet.</param>
/// <param name="Depth">In the hierarchy, from 0.</param>
public sealed record SidebarLink(Said Name, LocalUrl? Url, string Icon, int? Unread, int Depth, bool IsHere)
{
    /// <summary>The style sheet's class for its depth; beyond four levels it indents no further.</summary>
    public string DepthClass => $"depth-{Math.Min(Depth, 4)}";
}
