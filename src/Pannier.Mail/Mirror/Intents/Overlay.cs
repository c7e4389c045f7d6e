using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Intents;

/// <summary>A mailbox as the person sees it: the server's last word, and what they did since.</summary>
internal static class Overlay
{
    /// <param name="image">The server's last word.</param>
    /// <param name="intents">All that are open, in order.</param>
    public static MailboxImage Over(MailboxImage image, IEnumerable<Intent> intents)
    {
        var flags = new Dictionary<Uid, Keywords>();
        var gone = new HashSet<Uid>();
        foreach (var intent in intents.Where(intent => intent.Mailbox == image.Mailbox && intent.UidValidity == image.Point.UidValidity))
        {
            foreach (var uid in intent.Uids)
            {
                if (image.Find(uid) is not (>= 0 and var row)) continue;
                if (intent.Action is MailAction.Mark mark) flags[uid] = (flags.TryGetValue(uid, out var known) ? known : image.KeywordsAt(row)) & ~mark.Remove | mark.Add;
                else gone.Add(uid);
            }
        }

        return flags.Count == 0 && gone.Count == 0
            ? image
            : image.With(new MailboxDelta(image.Mailbox, image.Point with { Exists = Math.Max(0, image.Point.Exists - gone.Count) })
            {
                Flags = [.. flags.Select(one => new FlagChange(one.Key, one.Value))],
                Gone = [.. gone],
            });
    }
}
