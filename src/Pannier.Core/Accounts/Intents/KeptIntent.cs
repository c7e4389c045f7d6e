using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts.Intents;

/// <summary>An open intent as it is kept, so that it outlives a restart.</summary>
/// <param name="To">Where it moves to; null for a mark or a removal.</param>
/// <param name="Mark">Whether it is a mark; else a move, or without <paramref name="To"/> a removal for good.</param>
[RecordKind("intent", 1, IsPassing = true)]
internal sealed record KeptIntent(string Id, AccountId Account, MailboxId Mailbox, uint UidValidity, IReadOnlyList<uint> Uids, bool Mark, Keywords Add, Keywords Remove, MailboxId? To, DateTimeOffset At)
{
    public static KeptIntent Of(Intent intent)
    {
        var mark = intent.Action as MailAction.Mark;
        return new KeptIntent(
            intent.Id.ToString(), intent.Account, intent.Mailbox, intent.UidValidity, [.. intent.Uids.Select(uid => uid.Value)],
            mark is not null, mark?.Add ?? Keywords.None, mark?.Remove ?? Keywords.None, (intent.Action as MailAction.Move)?.Mailbox, intent.At);
    }

    /// <returns>Null when its name is none of ours.</returns>
    public Intent? ToIntent() =>
        IntentId.Read(Id) is { } id
            ? new Intent(id, Account, Mailbox, UidValidity, [.. Uids.Select(uid => new Uid(uid))], Mark ? new MailAction.Mark(Add, Remove) : To is { } target ? new MailAction.Move(Account, target) : new MailAction.Destroy(), At)
            : null;
}
