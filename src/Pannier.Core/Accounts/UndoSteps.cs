using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts;

/// <summary>Works out what takes an act back.</summary>
internal static class UndoSteps
{
    /// <param name="before">The mirror as it was before the act.</param>
    /// <returns>Empty when the act, or any part of it, cannot be taken back: half an undoing would surprise.</returns>
    public static IReadOnlyList<UndoStep> Of(MailAction action, IReadOnlyList<ActResult> results, MirrorVersion before) => action switch
    {
        MailAction.Mark mark => OfMark(mark, results, before),
        MailAction.Move or MailAction.MoveToRole => OfMove(results),
        _ => [],
    };

    /// <summary>What takes back intents that were just seen.</summary>
    public static IEnumerable<UndoStep> Of(Intent intent, MirrorVersion before) => intent.Action switch
    {
        MailAction.Mark mark => OfMark(mark, [.. intent.Keys.Select(key => new ActResult(key, null, null, key))], before),
        MailAction.Move move when before.Accounts.GetValueOrDefault(intent.Account)?.Images.GetValueOrDefault(intent.Mailbox) is { } image => [new UndoStep.Back(intent, move.Mailbox, intent.Uids.Where(uid => image.Find(uid) >= 0).ToDictionary(uid => uid, uid => MovedMark.Of(image, image.Find(uid))))],
        _ => [],
    };

    private static List<UndoStep> OfMark(MailAction.Mark mark, IReadOnlyList<ActResult> results, MirrorVersion before) =>
    [
        .. results
            .Where(result => result.Failure is null)
            .Select(result => (result.Key, Was: Keywords(before, result.Key)))
            .Where(one => one.Was is not null)
            .GroupBy(one => (Add: one.Was!.Value & mark.Remove, Remove: mark.Add & ~one.Was.Value)) // the Where has seen to it
            .Where(group => group.Key != (Mail.Keywords.None, Mail.Keywords.None))
            .Select(group => new UndoStep.Act(new MailAction.Mark(group.Key.Add, group.Key.Remove), [.. group.Select(one => one.Key)])),
    ];

    private static List<UndoStep> OfMove(IReadOnlyList<ActResult> results)
    {
        var moved = results.Where(result => result.Failure is null && result.Now != result.Key).ToList();
        return moved.Any(result => result.Now is null)
            ? [] // the server did not tell where they went
            : [.. moved.GroupBy(result => (result.Key.Account, result.Key.Mailbox)).Select(group => new UndoStep.Act(new MailAction.Move(group.Key.Account, group.Key.Mailbox), [.. group.Select(result => result.Now!.Value)]))];
    }

    private static Keywords? Keywords(MirrorVersion version, MessageKey key) =>
        version.Accounts.GetValueOrDefault(key.Account)?.Images.GetValueOrDefault(key.Mailbox) is { } image && image.Point.UidValidity == key.UidValidity && image.Find(key.Uid) is >= 0 and var row
            ? image.KeywordsAt(row)
            : null;
}
