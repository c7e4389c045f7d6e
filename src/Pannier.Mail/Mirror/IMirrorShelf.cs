namespace Pannier.Mail.Mirror;

/// <summary>Where a person's mirror is kept while they are away: sealed boxes that may be lost at the cost of time, never of mail.</summary>
/// <remarks>Not thread-safe: the mirror's one writer calls it.</remarks>
public interface IMirrorShelf : IAsyncDisposable
{
    /// <summary>All boxes of a mailbox, in the order of their numbers; one that can't be opened is left out and said in <see cref="ShelfRead.Lost"/>.</summary>
    Task<ShelfRead> ReadAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation);

    /// <summary>Writes all or nothing, and has it on the disk before it returns.</summary>
    Task CommitAsync(IReadOnlyList<ShelfWrite> writes, CancellationToken cancellation);

    /// <summary>Drops everything kept of an account, because it was removed.</summary>
    Task ForgetAsync(AccountId account, CancellationToken cancellation);
}
