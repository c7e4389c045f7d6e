using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;

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

    private static List<UndoStep> OfMark(MailAction.Mark mark, IReadOnlyList<ActResult> results, MirrorVersion before) =>
    [
        .. results
            .Where(result => result.Failure is null)
            .Select(result => (result.Key, Was: Keywords(before, result.Key)))
            .Where(one => one.Was is not null)
            .GroupBy(one => (Add: one.Was!.Value & mark.Remove, Remove: mark.Add & ~one.Was.Value)) // the Where has seen to it
            .Where(group => group.Key != (Mail.Keywords.None, Mail.Keywords.None))
            .Select(group => new UndoStep(new MailAction.Mark(group.Key.Add, group.Key.Remove), [.. group.Select(one => one.Key)])),
    ];

    private static List<UndoStep> OfMove(IReadOnlyList<ActResult> results)
    {
        var moved = results.Where(result => result.Failure is null && result.Now != result.Key).ToList();
        return moved.Any(result => result.Now is null)
            ? [] // the server did not tell where they went
            : [.. moved.GroupBy(result => (result.Key.Account, result.Key.Mailbox)).Select(group => new UndoStep(new MailAction.Move(group.Key.Account, group.Key.Mailbox), [.. group.Select(result => result.Now!.Value)]))];
    }

    private static Keywords? Keywords(MirrorVersion version, MessageKey key) =>
        version.Accounts.GetValueOrDefault(key.Account)?.Images.GetValueOrDefault(key.Mailbox) is { } image && image.Point.UidValidity == key.UidValidity && image.Find(key.Uid) is >= 0 and var row
            ? image.KeywordsAt(row)
            : null;
}
