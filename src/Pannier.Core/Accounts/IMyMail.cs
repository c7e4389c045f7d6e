using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>The signed-in person's mail: only their own accounts, no passwords, no connections.</summary>
public interface IMyMail
{
    /// <summary>The accounts in the person's order.</summary>
    Task<IReadOnlyList<MyAccount>> AccountsAsync(CancellationToken cancellation);

    /// <summary>An account's mailboxes, listed now if they never were.</summary>
    /// <exception cref="MailFault">The server could not be asked.</exception>
    Task<IReadOnlyList<Mailbox>> MailboxesAsync(AccountId account, CancellationToken cancellation);

    /// <summary>What is known of an account's mailboxes without asking the server; null before its first answer.</summary>
    Task<IReadOnlyList<Mailbox>?> KnownMailboxesAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Asks the server for the mailboxes and their counts again.</summary>
    Task<IReadOnlyList<Mailbox>> RefreshMailboxesAsync(AccountId account, CancellationToken cancellation);

    /// <summary>One page of a list; an account that fails is told of in it.</summary>
    /// <param name="limit">Rows a page, 1 to 1,000.</param>
    Task<Page> ListAsync(Query query, PagePlace place, int limit, CancellationToken cancellation);

    /// <summary>Has the servers asked for what is not known here, and waits; what they find is in the next page asked for.</summary>
    Task SearchServersAsync(Query query, SearchWait wait, CancellationToken cancellation);

    /// <summary>Ends the asking.</summary>
    Task StopSearchAsync(Query query, CancellationToken cancellation);

    /// <summary>How many messages of a list are known here, without asking anybody.</summary>
    Task<int> CountAsync(Query query, CancellationToken cancellation);

    /// <summary>The messages of a conversation over all accounts, oldest first, each once; empty when the message is not known here.</summary>
    Task<IReadOnlyList<Row>> ConversationAsync(MessageKey key, CancellationToken cancellation);

    /// <summary>What an act on rows of a list is meant for: their whole conversations, or all copies, as far as the list holds them.</summary>
    Task<IReadOnlyList<MessageKey>> MeantAsync(Query query, IReadOnlyList<MessageKey> rows, CancellationToken cancellation);

    Task<Neighbours> NeighboursAsync(Query query, MessageKey key, CancellationToken cancellation);

    /// <summary>Does an action; one result a message. What can be seen at once is, and its server does it after: what it refuses is in <see cref="Troubles"/>.</summary>
    Task<IReadOnlyList<ActResult>> ActAsync(MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation);

    /// <summary>Takes back the last act of this request; null when it cannot be taken back, or there was none.</summary>
    UndoId? LastUndo { get; }

    /// <summary>Takes an act back.</summary>
    /// <returns>One result a message; null when it is too late, or it was taken back already.</returns>
    Task<IReadOnlyList<ActResult>?> UndoAsync(UndoId undo, CancellationToken cancellation);

    /// <summary>What servers did not let the person do since they last said they have seen it.</summary>
    IReadOnlyList<ActTrouble> Troubles { get; }

    /// <summary>They have seen it.</summary>
    void ForgetTroubles();

    /// <summary>Acts that are seen and still wait for an account's server.</summary>
    Task<int> WaitingAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Opens a message; null when it is not this person's or is gone.</summary>
    Task<OpenedMessage?> OpenAsync(MessageKey key, CancellationToken cancellation);

    /// <summary>Writes a part of a message, its transfer encoding undone.</summary>
    Task<CopyExtent> CopyPartAsync(MessageKey key, BodyPart part, Stream to, long atMost, CancellationToken cancellation);

    /// <summary>Writes the whole message as it stands.</summary>
    Task CopySourceAsync(MessageKey key, Stream to, CancellationToken cancellation);

    /// <summary>Files a message into an account's mailbox.</summary>
    /// <returns>Its key; null where the server does not tell it.</returns>
    Task<MessageKey?> AppendAsync(AccountId account, MailboxId mailbox, Stream message, Keywords keywords, CancellationToken cancellation);

    /// <summary>Messages of a mailbox that match, newest first; for finding one's own copy by Message-ID.</summary>
    Task<IReadOnlyList<MessageKey>> FindAsync(AccountId account, MailboxId mailbox, SearchTerms terms, CancellationToken cancellation);

    Task CreateMailboxAsync(AccountId account, MailboxName name, CancellationToken cancellation);

    Task RenameMailboxAsync(AccountId account, MailboxId mailbox, MailboxName to, CancellationToken cancellation);

    Task DeleteMailboxAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation);

    /// <summary>Gives a mailbox a role; null leaves it to the server.</summary>
    Task ChooseRoleAsync(AccountId account, MailboxId mailbox, MailboxRole? role, CancellationToken cancellation);

    /// <summary>The account's way out; null when it is not this person's.</summary>
    Task<ISubmission?> SubmissionAsync(AccountId account, CancellationToken cancellation);

    /// <summary>The state of the account's connections; null when none was opened yet.</summary>
    Task<StoreHealth?> HealthAsync(AccountId account, CancellationToken cancellation);

    /// <summary>How far an account's mail is read in; null when all is, or nothing is known yet.</summary>
    Task<Filling?> FillingAsync(AccountId account, CancellationToken cancellation);

    /// <summary>How far each of an account's mailboxes is read in; empty before its first answer.</summary>
    Task<IReadOnlyList<MailboxReadIn>> ReadInAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Signs in to both of an account's servers now, even while they rest after failures; null when it is not this person's.</summary>
    Task<AccountTrial?> TestAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Closes an account's connections and drops what is known of it here, because its login changed or it was removed.</summary>
    Task ForgetAsync(AccountId account, CancellationToken cancellation);
}
