using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Intents;

/// <summary>What a person did to messages of one mailbox, seen at once and still to be done on the server.</summary>
/// <param name="Action">A mark, a move within the account, or a removal for good.</param>
public sealed record Intent(IntentId Id, AccountId Account, MailboxId Mailbox, uint UidValidity, IReadOnlyList<Uid> Uids, MailAction Action, DateTimeOffset At)
{
    public IReadOnlyList<MessageKey> Keys => [.. Uids.Select(uid => new MessageKey(Account, Mailbox, UidValidity, uid))];
}
