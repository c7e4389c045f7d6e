using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>A message as a search sees it.</summary>
internal readonly record struct SearchTarget(int Number, DemoMessage Message, uint RecentFrom)
{
    public bool IsRecent => Message.Uid >= RecentFrom;
}
