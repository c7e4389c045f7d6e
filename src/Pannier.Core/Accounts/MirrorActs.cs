using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;

namespace Pannier.Core.Accounts;

/// <summary>Brings into the mirror what one's own acts did on the servers, so that the next list shows it.</summary>
internal static class MirrorActs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    public static async Task FollowAsync(this PersonMail person, MailAction action, IReadOnlyList<ActResult> results, TimeProvider clock, CancellationToken cancellation)
    {
        // 1. Messages are gone, as the server has said. Which flags others have now it tells when it is looked at.
        foreach (var group in results.Where(result => result.Failure is null && action is not MailAction.Mark).GroupBy(result => (result.Key.Account, result.Key.Mailbox, result.Key.UidValidity)))
        {
            var uids = group.Where(result => result.Now != result.Key).Select(result => result.Key.Uid).ToList();
            await person.Mirror.ApplyAsync(group.Key.Account, group.Key.Mailbox, image => image.Point.UidValidity == group.Key.UidValidity ? Delta(action, image, uids) : null, cancellation);
        }

        // 2. Where something came to, and where something went half, is looked at.
        var version = person.Mirror.Current;
        var places = results.Where(result => result.Failure is ActFailure.CopiedNotRemoved or ActFailure.CopiedNotVerified or ActFailure.MarkedOnly or ActFailure.Gone).Select(result => (result.Key.Account, result.Key.Mailbox))
            .Concat(results.Where(result => result.Failure is null).Select(result => Target(version, action, result)).OfType<(AccountId, MailboxId)>())
            .ToHashSet();
        var looked = version.Accounts.Values.SelectMany(account => account.Mailboxes).Where(mailbox => places.Contains((mailbox.Account, mailbox.Id)));
        await person.LookAsync(looked, Patience, clock, cancellation);
    }

    /// <summary>What a server did to messages, as a change of their mailbox's image; null for nothing.</summary>
    public static MailboxDelta? Delta(MailAction action, MailboxImage image, IReadOnlyList<Uid> uids) => action switch
    {
        MailAction.Mark or MailAction.Copy => null,
        _ => new MailboxDelta(image.Mailbox, image.Point with { Exists = Math.Max(0, image.Point.Exists - uids.Count(uid => image.Find(uid) >= 0)) }) { Gone = uids },
    };

    private static (AccountId, MailboxId)? Target(MirrorVersion version, MailAction action, ActResult result) => action switch
    {
        MailAction.Move move => (move.Account, move.Mailbox),
        MailAction.Copy copy => (copy.Account, copy.Mailbox),
        MailAction.Mark => (result.Key.Account, result.Key.Mailbox),
        MailAction.MoveToRole to => version.Accounts.GetValueOrDefault(result.Key.Account) is { } account && Homes.Of(account.Mailboxes, to.Role) is { } home ? (home.Account, home.Id) : null,
        _ => null,
    };
}
