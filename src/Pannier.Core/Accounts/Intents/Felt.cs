using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts.Intents;

/// <summary>What of an act can be seen at once, and what has to wait for the servers' word.</summary>
/// <param name="Intents">To be carried out.</param>
/// <param name="Results">Of messages that need nothing done, or have nowhere to go.</param>
/// <param name="Rest">Messages the mirror does not hold, and acts that go from one account to another or leave a copy.</param>
internal sealed record Felt(IReadOnlyList<Intent> Intents, IReadOnlyList<ActResult> Results, IReadOnlyList<MessageKey> Rest)
{
    public static Felt Of(MirrorVersion version, MailAction action, IReadOnlyList<MessageKey> keys, DateTimeOffset now)
    {
        var (intents, results, rest) = (new List<Intent>(), new List<ActResult>(), new List<MessageKey>());
        foreach (var group in keys.Distinct().GroupBy(key => (key.Account, key.Mailbox, key.UidValidity)))
        {
            var account = version.Accounts.GetValueOrDefault(group.Key.Account);
            var image = account?.Images.GetValueOrDefault(group.Key.Mailbox);
            if (account is null || image is null || image.Point.UidValidity != group.Key.UidValidity || Meant(account, action) is not var (meant, failure))
            {
                rest.AddRange(group);
                continue;
            }

            var held = group.Where(key => image.Find(key.Uid) >= 0).ToList();
            rest.AddRange(group.Except(held));
            if (failure is not null) results.AddRange(held.Select(key => new ActResult(key, failure, null, null)));
            else if (meant is MailAction.Move move && move.Mailbox == group.Key.Mailbox)
            {
                results.AddRange(held.Select(key => new ActResult(key, null, null, key))); // already there
                if (action is MailAction.MoveToRole && InInbox(account, image, held) is { } copies) intents.Add(new Intent(IntentId.New(), account.Account, copies.Mailbox, copies.UidValidity, copies.Uids, meant, now));
            }
            else if (held.Count > 0) intents.Add(new Intent(IntentId.New(), group.Key.Account, group.Key.Mailbox, group.Key.UidValidity, [.. held.Select(key => key.Uid).Order()], meant, now));
        }

        return new Felt(intents, results, rest);
    }

    /// <summary>The same messages in the INBOX, which they leave when they are archived out of <c>\All</c>; null when none is there.</summary>
    private static (MailboxId Mailbox, uint UidValidity, IReadOnlyList<Uid> Uids)? InInbox(AccountImage account, MailboxImage image, IReadOnlyList<MessageKey> keys)
    {
        if (account.Mailboxes.First(mailbox => mailbox.Id == image.Mailbox).Role != MailboxRole.All) return null;
        if (account.Mailboxes.FirstOrDefault(mailbox => mailbox.Role == MailboxRole.Inbox) is not { } inbox || account.Images.GetValueOrDefault(inbox.Id) is not { } there) return null;

        var ids = keys.Select(key => image.LinksAt(image.Find(key.Uid)).Id).ToHashSet();
        var uids = Enumerable.Range(0, there.Count).Where(row => ids.Contains(there.LinksAt(row).Id)).Select(there.UidAt).ToList();
        return uids.Count > 0 ? (inbox.Id, there.Point.UidValidity, uids) : null;
    }

    /// <summary>The act as it is meant in an account; null when it has to wait for the servers.</summary>
    private static (MailAction Action, ActFailure? Failure)? Meant(AccountImage account, MailAction action) => action switch
    {
        MailAction.Mark or MailAction.Destroy => (action, null),
        MailAction.Move move when move.Account == account.Account && account.Mailboxes.Any(mailbox => mailbox.Id == move.Mailbox && mailbox.Selectable) => (action, null),
        MailAction.MoveToRole to when account.Mailboxes.Count > 0 => Homes.Of(account.Mailboxes, to.Role) is { } home
            ? (new MailAction.Move(account.Account, home.Id), null)
            : (action, ActFailure.NoSuchRole),
        _ => null,
    };
}
