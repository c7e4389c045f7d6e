using Pannier.Core;

namespace Pannier.Modules.Mailboxes;

/// <summary>A link to a list.</summary>
/// <param name="Icon">Of the sprite.</param>
/// <param name="Unread">Null for none, or where nothing is known yet.</param>
/// <param name="Depth">In the hierarchy, from 0.</param>
public sealed record SidebarLink(Said Name, LocalUrl? Url, string Icon, int? Unread, int Depth, bool IsHere)
{
    public string Depth6 => Depth > 6 ? "6" : Depth.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
