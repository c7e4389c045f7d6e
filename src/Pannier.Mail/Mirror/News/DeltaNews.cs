using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.News;

/// <summary>Tells what a change of a mailbox means to those who look at lists.</summary>
internal static class DeltaNews
{
    /// <param name="version">The version the change makes.</param>
    /// <param name="account">The account before the change.</param>
    /// <param name="before">The mailbox before the change.</param>
    /// <param name="delta">The change.</param>
    public static MirrorNews Of(long version, AccountImage account, MailboxImage before, MailboxDelta delta)
    {
        var news = MirrorNews.None(version);
        var place = new Scope.One(account.Account, delta.Mailbox);
        var isNew = delta.Point.UidValidity != before.Point.UidValidity;
        if (!isNew && delta.IsBare) return news;

        // The highest uid held parts what arrives from what is filled in below it.
        var top = isNew || before.Count == 0 ? 0 : before.UidAt(before.Count - 1).Value;
        var fresh = before.Count == 0 ? [] : delta.Added.Where(added => added.Row.Uid.Value > top).ToList();
        var touches = isNew || fresh.Count > 0 || before.Count == 0 || delta.Flags.Count + delta.Gone.Count + delta.Structures.Count + delta.Previews.Count > 0;
        if (!touches) return news with { Filled = [place] };

        var isInbox = account.Mailboxes.Any(mailbox => mailbox.Id == delta.Mailbox && mailbox.Role == MailboxRole.Inbox);
        var arrived = isInbox && !isNew && account.Combined == InCombinedViews.Shown
            ? fresh.Where(added => !added.Row.Keywords.HasFlag(Keywords.Seen)).OrderBy(added => added.Row.Uid).Select(added => new MessageKey(account.Account, delta.Mailbox, delta.Point.UidValidity, added.Row.Uid))
            : [];
        return news with { Changed = [place], Arrived = [.. arrived.TakeLast(MirrorNews.MostArrived)] };
    }
}
