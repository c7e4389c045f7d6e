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
        // 1. Flags are set and messages are gone, as the server has said.
        foreach (var group in results.Where(result => result.Failure is null).GroupBy(result => (result.Key.Account, result.Key.Mailbox, result.Key.UidValidity)))
        {
            var uids = group.Where(result => action is MailAction.Mark || result.Now != result.Key).Select(result => result.Key.Uid).ToList();
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

    private static MailboxDelta? Delta(MailAction action, MailboxImage image, IReadOnlyList<Uid> uids) => action switch
    {
        MailAction.Mark mark => new MailboxDelta(image.Mailbox, image.Point)
        {
            Flags = [.. uids.Where(uid => image.Find(uid) >= 0).Select(uid => new FlagChange(uid, (image.KeywordsAt(image.Find(uid)) | mark.Add) & ~mark.Remove))],
        },
        MailAction.Copy => null,
        _ => new MailboxDelta(image.Mailbox, image.Point with { Exists = Math.Max(0, image.Point.Exists - uids.Count(uid => image.Find(uid) >= 0)) }) { Gone = uids },
    };

    private static (AccountId, MailboxId)? Target(MirrorVersion version, MailAction action, ActResult result) => action switch
    {
        MailAction.Move move => (move.Account, move.Mailbox),
        MailAction.Copy copy => (copy.Account, copy.Mailbox),
        MailAction.MoveToRole to => version.Accounts.GetValueOrDefault(result.Key.Account)?.Mailboxes.FirstOrDefault(mailbox => mailbox.Role == to.Role && mailbox.Selectable) is { } home ? (home.Account, home.Id) : null,
        _ => null,
    };
}
