namespace Pannier.Mail.Mirror.Sync;

/// <summary>What a sync does next when nobody asks for anything; decided from how its mailboxes stand, and nothing else.</summary>
internal sealed record NextPiece(SyncWork Work, MailboxId Mailbox)
{
    private static readonly SyncWork[] Works = Enum.GetValues<SyncWork>();

    /// <summary>
    /// The first work of the first mailbox in the order given; what failed again and again comes after all that did not, and
    /// what failed least often first, so that no mailbox holds up another.
    /// </summary>
    /// <returns>Null when there is nothing to do.</returns>
    public static NextPiece? Of(IReadOnlyList<MailboxStanding> mailboxes)
    {
        foreach (var work in Works)
            foreach (var one in mailboxes)
                if (!one.Setback(work).IsDoubtful && one.Needs(work)) return new NextPiece(work, one.Mailbox);

        return Works.SelectMany(work => mailboxes.Select(one => (Standing: one, Work: work, Setback: one.Setback(work))))
            .Where(one => one.Setback is { IsDoubtful: true, Rests: false })
            .OrderBy(one => one.Setback.Times)
            .Where(one => one.Standing.Needs(one.Work))
            .Select(one => new NextPiece(one.Work, one.Standing.Mailbox))
            .FirstOrDefault();
    }

    /// <summary>Whether every header that can be had is held, and no mailbox is left alone that might have changed.</summary>
    public static bool IsCurrent(IReadOnlyList<MailboxStanding> mailboxes) =>
        mailboxes.All(static one => one.IsClosed || (one.Point.Complete && !one.Setback(SyncWork.Look).Rests));
}
