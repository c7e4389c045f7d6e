using System.Collections.Immutable;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror;

/// <summary>All a person's mail as lists see it at one moment. Immutable; readers take one and keep it for the whole answer.</summary>
/// <param name="Number">Rises by one with each change; cursors and events carry it.</param>
public sealed record MirrorVersion(long Number, ImmutableDictionary<AccountId, AccountImage> Accounts)
{
    /// <summary>Which messages belong together; it goes on with the mirror, so that it may know more than this version. Null for nothing.</summary>
    public ThreadTable? Threads { get; init; }

    public static MirrorVersion Empty { get; } = new(0, ImmutableDictionary<AccountId, AccountImage>.Empty);
}
