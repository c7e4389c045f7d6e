namespace Pannier.Mail.Mirror.Keeping;

/// <summary>Where a person's mirror is kept while they are away: sealed boxes that may be lost at the cost of time, never of mail.</summary>
/// <remarks>Thread-safe. Whatever cannot be read, opened or written is as if it were not there: the mirror is read in from the servers.</remarks>
public interface IMirrorShelf : IAsyncDisposable
{
    /// <summary>Opens a box; null when there is none, or it is damaged, cut short, moved or of somebody else.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPlace place, CancellationToken cancellation);

    /// <summary>Writes all or nothing.</summary>
    /// <returns>False when it could not: the boxes are as before.</returns>
    Task<bool> CommitAsync(IReadOnlyList<KeptWrite> writes, CancellationToken cancellation);

    /// <summary>Drops everything kept of a mailbox, so that nothing half stays.</summary>
    Task ForgetAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation);

    /// <summary>Drops everything kept of an account, because it was removed.</summary>
    Task ForgetAsync(AccountId account, CancellationToken cancellation);
}
