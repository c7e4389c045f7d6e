using Pannier.Core;

namespace Pannier.Modules.Mailboxes;

/// <summary>A link to a list.</summary>
/// <param name="Url">Null for a mere node of the hierarchy.</param>
/// <param name="Icon">Of the sprite.</param>
/// <param name="Unread">Null for none, or where nothing is known yet.</param>
/// <param name="Depth">In the hierarchy, from 0.</param>
/// <param name="Keys">The shortcut; null for none.</param>
public sealed record SidebarLink(Said Name, LocalUrl? Url, string Icon, int? Unread, int Depth, bool IsHere, string? Keys = null)
{
    /// <summary>The style sheet's class for its depth; beyond four levels it indents no further.</summary>
    public string DepthClass => $"depth-{Math.Min(Depth, 4)}";
}
