using System.Collections.Immutable;
using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.News;

/// <summary>What became different since an earlier version: places to look at again, never rows.</summary>
/// <param name="Version">The version it leads up to.</param>
/// <param name="Changed">Mailboxes where something that was or might be shown came, went or changed.</param>
/// <param name="Filled">Mailboxes that only grew older messages.</param>
/// <param name="Accounts">Accounts whose mailboxes, stage or fault changed.</param>
/// <param name="Arrived">Unread messages new in an inbox, oldest first; the newest <see cref="MostArrived"/>.</param>
public sealed record MirrorNews(
    long Version,
    ImmutableHashSet<Scope.One> Changed,
    ImmutableHashSet<Scope.One> Filled,
    ImmutableHashSet<AccountId> Accounts,
    ImmutableList<MessageKey> Arrived)
{
    /// <summary>Arrivals told of one by one; of a larger heap nobody reads each.</summary>
    public const int MostArrived = 20;

    public bool IsEmpty => Changed.IsEmpty && Filled.IsEmpty && Accounts.IsEmpty;

    public static MirrorNews None(long version) => new(version, [], [], [], []);

    /// <summary>This and what came after it, as one.</summary>
    public MirrorNews Then(MirrorNews later)
    {
        var changed = Changed.Union(later.Changed);
        var arrived = Arrived.AddRange(later.Arrived);
        return new MirrorNews(
            later.Version,
            changed,
            Filled.Union(later.Filled).Except(changed),
            Accounts.Union(later.Accounts),
            arrived.RemoveRange(0, Math.Max(0, arrived.Count - MostArrived)));
    }
}
