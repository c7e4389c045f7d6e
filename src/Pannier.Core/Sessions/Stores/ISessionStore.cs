using System.Data.Common;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions.Stores;

/// <summary>Where sessions are kept: hashes, times and boxes that only a cookie's key opens. Nothing in it is of use to whoever reads it.</summary>
/// <remarks>All may throw <see cref="StorageFault"/>; nothing was changed then.</remarks>
public interface ISessionStore
{
    /// <summary>Looks at start whether it can be used.</summary>
    Task ReadyAsync(CancellationToken cancellation);

    Task AddAsync(NewSession session, CancellationToken cancellation);

    /// <summary>Null when there is none.</summary>
    Task<StoredSession?> FindAsync(byte[] hash, CancellationToken cancellation);

    /// <summary>A person's, last used first.</summary>
    Task<IReadOnlyList<ListedSession>> ListAsync(UserId user, CancellationToken cancellation);

    /// <summary>Notes when a session was used last, and when it may be forgotten; one that is gone stays gone.</summary>
    Task NoteUseAsync(byte[] hash, DateTimeOffset usedAt, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <returns>False when the person has no such session.</returns>
    Task<bool> RemoveAsync(UserId user, byte[] hash, CancellationToken cancellation);

    Task RemoveAsync(byte[] hash, CancellationToken cancellation);

    /// <summary>Removes all of a person's but one.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="but">Empty removes all.</param>
    /// <param name="cancellation">Before the write.</param>
    Task RemoveAllAsync(UserId user, byte[] but, CancellationToken cancellation);

    /// <summary>The same as part of a change to the person: they are gone once that is committed, and at the latest then.</summary>
    Task RemoveAllAsync(DbConnection connection, DbTransaction transaction, UserId user, byte[] but);

    /// <summary>Removes those that come of one session at an identity provider.</summary>
    Task RemoveOfAsync(byte[] provider, CancellationToken cancellation);

    /// <summary>Which of these are still kept, as upper-case hexadecimal.</summary>
    Task<IReadOnlySet<string>> StillThereAsync(IReadOnlyList<byte[]> hashes, CancellationToken cancellation);

    /// <summary>Removes what nobody will ask for again.</summary>
    Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellation);
}
