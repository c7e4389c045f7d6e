namespace Pannier.Mail;

/// <summary>One connection to one account's store, and the acts it can do one after the other.</summary>
/// <remarks>
/// Every act on messages names its mailbox with its UIDVALIDITY; a connection that finds another throws
/// <see cref="MailFaultKind.UidValidityChanged"/> before it touches a message. Not thread-safe: borrow it from
/// <see cref="IMailStore.UseAsync{T}"/>. All acts throw <see cref="MailFault"/>.
/// </remarks>
public interface IMailConnection
{
    StoreFeatures Features { get; }

    /// <summary>All mailboxes, with their states where the server tells them cheaply (LIST-STATUS, RFC 5819).</summary>
    Task<IReadOnlyList<ServerMailbox>> ListMailboxesAsync(CancellationToken cancellation);

    /// <summary>The mailbox's present state (SELECT when it is or becomes the selected one, else STATUS).</summary>
    Task<MailboxState> SelectAsync(MailboxName mailbox, CancellationToken cancellation);

    /// <summary>UID, INTERNALDATE and keywords of every message from this uid up, ascending.</summary>
    Task<IReadOnlyList<IndexEntry>> IndexAsync(MailboxRef mailbox, Uid from, CancellationToken cancellation);

    /// <summary>The messages from this uid up that were added or had flags changed since (RFC 7162), and those removed where the server tells (QRESYNC).</summary>
    /// <param name="since">HIGHESTMODSEQ of an earlier state of the mailbox.</param>
    /// <exception cref="MailFault"><see cref="MailFaultKind.Unsupported"/> where the mailbox keeps no mod-sequences.</exception>
    Task<MailboxChanges> ChangesAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation);

    /// <summary>The uids that match, ascending (ESEARCH where offered, RFC 4731).</summary>
    Task<IReadOnlyList<Uid>> SearchAsync(MailboxRef mailbox, SearchTerms terms, CancellationToken cancellation);

    /// <summary>Rows of the messages that are still there, ascending; those gone are left out. At most 500.</summary>
    /// <param name="previews">Whether to read previews, which costs a fetch of text where PREVIEW is not offered.</param>
    /// <remarks>A message of which the server tells what cannot be taken has a row made of its header block: attachments unknown, a subject of at most 1,000 characters.</remarks>
    Task<IReadOnlyList<MessageRow>> RowsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Previews previews, CancellationToken cancellation);

    /// <summary>Keywords of the messages that are still there.</summary>
    Task<IReadOnlyDictionary<Uid, Keywords>> KeywordsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation);

    /// <summary>Headers and structure. Does not mark as read.</summary>
    /// <exception cref="MailFault"><see cref="MailFaultKind.NotFound"/> when it is gone.</exception>
    Task<MessageHead> OpenAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation);

    /// <summary>Writes a part's content, its transfer encoding undone, charset untouched. Does not mark as read.</summary>
    /// <param name="atMost">Octets after which the copy stops; the result says whether it did.</param>
    Task<CopyExtent> CopyPartAsync(MailboxRef mailbox, Uid uid, BodyPart part, Stream to, long atMost, CancellationToken cancellation);

    /// <summary>Writes the whole message as it stands (BODY.PEEK[]).</summary>
    Task CopySourceAsync(MailboxRef mailbox, Uid uid, Stream to, CancellationToken cancellation);

    /// <summary>Adds and removes keywords.</summary>
    /// <returns>The messages that are still there and now have them.</returns>
    Task<IReadOnlySet<Uid>> StoreAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, Keywords add, Keywords remove, CancellationToken cancellation);

    /// <summary>Copies within the account.</summary>
    /// <returns>Each message copied, with its new uid where it could be learnt; one that was gone is left out.</returns>
    Task<CopyResult> CopyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation);

    /// <summary>Moves within the account: MOVE, else copy, verify, mark and UID EXPUNGE; without UIDPLUS nothing foreign is expunged.</summary>
    Task<CopyResult> MoveAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation);

    /// <summary>Removes these messages for good, and no other.</summary>
    /// <returns>The messages removed or already gone. Without UIDPLUS, while foreign <c>\Deleted</c> marks stand, ours are marked and stay.</returns>
    Task<IReadOnlySet<Uid>> DestroyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation);

    /// <summary>Files a message.</summary>
    /// <param name="message">The whole message, from its present position.</param>
    /// <param name="receivedAt">INTERNALDATE; null for now.</param>
    /// <returns>Where it went; the uid is null where it could not be learnt.</returns>
    Task<AppendResult> AppendAsync(MailboxName mailbox, Stream message, Keywords keywords, DateTimeOffset? receivedAt, CancellationToken cancellation);

    Task CreateMailboxAsync(MailboxName mailbox, CancellationToken cancellation);

    Task RenameMailboxAsync(MailboxName mailbox, MailboxName to, CancellationToken cancellation);

    /// <summary>Deletes a mailbox and all messages in it; refused by most servers while it has children.</summary>
    Task DeleteMailboxAsync(MailboxName mailbox, CancellationToken cancellation);

    /// <summary>Asks the server to hold the line and report changes (IDLE, RFC 2177), else polls with NOOP.</summary>
    /// <param name="atMost">Servers may drop us after 30 minutes; 1 second to 29 minutes.</param>
    /// <returns>The mailboxes in which something changed: others too where the server tells of them (NOTIFY, RFC 5465). None when the time passed in silence.</returns>
    Task<IReadOnlySet<MailboxName>> WatchAsync(MailboxName mailbox, TimeSpan atMost, CancellationToken cancellation);
}
