namespace Pannier.Mail;

/// <summary>Messages of one account, whatever protocol keeps them. Hands out connections; modules never see it.</summary>
public interface IMailStore : IAsyncDisposable
{
    /// <summary>Runs acts on one connection, borrowed from the account's pool and given back after.</summary>
    /// <remarks>
    /// A pooled connection found dead before its first answer is replaced once. Acts that had begun to change something
    /// are never run again here: the caller knows whether that is safe.
    /// </remarks>
    /// <exception cref="MailFault">The server or the way to it failed.</exception>
    Task<T> UseAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation);

    /// <summary>Holds a line to hear of a mailbox's news, and gives it up for anybody who would have to wait for one.</summary>
    /// <param name="atMost">1 second to 29 minutes.</param>
    /// <returns>The mailboxes in which something changed: others too where the server tells of them (NOTIFY, RFC 5465). None when the time passed or the line was needed.</returns>
    /// <exception cref="MailFault">The server or the way to it failed.</exception>
    Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, CancellationToken cancellation) =>
        UseAsync((connection, token) => connection.WatchAsync(mailbox, atMost, token), cancellation);

    /// <summary>What the account's page tells of its connections.</summary>
    StoreHealth Health { get; }

    /// <summary>A person asked for this account: the next use tries the server at once, even while the store rests after failures.</summary>
    void TryNow()
    {
    }
}
