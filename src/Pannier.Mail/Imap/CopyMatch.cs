using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>Pairs originals with the copies a mailbox gained, where the server does not tell.</summary>
internal static class CopyMatch
{
    /// <returns>Each original whose copy was found; an original without one is left out, as if it had not been copied.</returns>
    public static IReadOnlyDictionary<Uid, Uid?> Pair(IEnumerable<IMessageSummary> originals, IEnumerable<IMessageSummary> copies)
    {
        var left = copies.OrderBy(copy => copy.UniqueId.Id).ToList();
        var pairs = new Dictionary<Uid, Uid?>();
        foreach (var original in originals)
        {
            if (left.Find(copy => IsSame(original, copy)) is not { } match) continue;
            left.Remove(match); // two equal messages get two copies
            pairs[new Uid(original.UniqueId.Id)] = new Uid(match.UniqueId.Id);
        }

        return pairs;
    }

    private static bool IsSame(IMessageSummary original, IMessageSummary copy) =>
        original.Size == copy.Size
        && (original.Envelope?.MessageId is { Length: > 0 } id
            ? id == copy.Envelope?.MessageId
            : original.InternalDate == copy.InternalDate);
}
