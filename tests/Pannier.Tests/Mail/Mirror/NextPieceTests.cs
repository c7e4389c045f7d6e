using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>What a sync does next follows from how its mailboxes stand.</summary>
public sealed class NextPieceTests
{
    private static readonly SyncPoint Partly = new(7, 50, 10, 5, new Uid(40));
    private static readonly SyncPoint Whole = Partly with { HeldFrom = new Uid(1) };

    [Fact]
    public void Every_standing_of_one_mailbox_has_its_piece()
    {
        foreach (var point in (SyncPoint[])[SyncPoint.None, Partly, Whole])
            for (var bits = 0; bits < 32; bits++)
            {
                var (stale, closed, audit, bare, open) = ((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0);
                SyncWork? wanted = point.HeldFrom is null || stale ? SyncWork.Look
                    : closed ? null
                    : !point.Complete ? SyncWork.Fill
                    : audit ? SyncWork.Audit
                    : bare ? SyncWork.Preview
                    : open ? SyncWork.Structure
                    : null;

                var next = NextPiece.Of([Mailbox(point, stale, closed, audit, bare, open)]);

                Assert.Equal(wanted, next?.Work);
            }
    }

    [Fact]
    public void A_mailbox_that_stands_for_something_else_comes_before_older_mail_of_the_first()
    {
        var (inbox, papers) = (Mailbox(Partly), Mailbox(Whole, stale: true));

        Assert.Equal(new NextPiece(SyncWork.Look, papers.Mailbox), NextPiece.Of([inbox, papers]));
    }

    [Fact]
    public void Of_those_that_need_the_same_the_first_is_next() =>
        Assert.True(Mailbox(Partly) is var first && NextPiece.Of([first, Mailbox(Partly)]) == new NextPiece(SyncWork.Fill, first.Mailbox));

    [Fact]
    public void What_failed_once_is_tried_in_its_place()
    {
        var inbox = Mailbox(Whole, stale: true) with { Setback = _ => new Setback(1, IsTried: true) };

        Assert.Equal(new NextPiece(SyncWork.Look, inbox.Mailbox), NextPiece.Of([inbox, Mailbox(Partly)]));
    }

    [Fact]
    public void What_failed_again_and_again_comes_after_all_that_did_not_and_the_least_of_it_first()
    {
        var deadly = Mailbox(Whole, stale: true) with { Setback = _ => new Setback(9, IsTried: false) };
        var slow = Mailbox(Partly) with { Setback = work => work == SyncWork.Fill ? new Setback(2, IsTried: false) : default };
        var open = Mailbox(Whole, open: true);

        Assert.Equal(new NextPiece(SyncWork.Structure, open.Mailbox), NextPiece.Of([deadly, slow, open]));
        Assert.Equal(new NextPiece(SyncWork.Fill, slow.Mailbox), NextPiece.Of([deadly, slow]));
        Assert.Equal(new NextPiece(SyncWork.Look, deadly.Mailbox), NextPiece.Of([deadly]));
    }

    [Fact]
    public void What_failed_since_the_last_listing_is_left_alone_and_the_account_is_not_called_current()
    {
        var deadly = Mailbox(Whole, stale: true) with { Setback = _ => new Setback(2, IsTried: true) };

        Assert.Null(NextPiece.Of([deadly]));
        Assert.False(NextPiece.IsCurrent([deadly]));
    }

    [Fact]
    public void An_account_is_current_when_all_headers_are_held_that_can_be_had()
    {
        Assert.True(NextPiece.IsCurrent([Mailbox(Whole), Mailbox(Partly, closed: true), Mailbox(Whole, audit: true, bare: true, open: true)]));
        Assert.False(NextPiece.IsCurrent([Mailbox(Whole), Mailbox(Partly)]));
    }

    [Fact]
    public void Setbacks_are_forgotten_by_success_and_have_another_try_after_a_listing()
    {
        var (setbacks, here, gone) = (new Setbacks(), MailboxId.New(), MailboxId.New());
        foreach (var mailbox in new[] { here, here, gone, gone }) setbacks.Failed(mailbox, SyncWork.Fill);
        Assert.True(setbacks.At(here, SyncWork.Fill).Rests);
        Assert.False(setbacks.At(here, SyncWork.Look).IsDoubtful);

        setbacks.TryAgain(new HashSet<MailboxId> { here });

        Assert.Equal(new Setback(2, IsTried: false), setbacks.At(here, SyncWork.Fill));
        Assert.Equal(default, setbacks.At(gone, SyncWork.Fill));
        setbacks.Worked(here, SyncWork.Fill);
        Assert.Equal(default, setbacks.At(here, SyncWork.Fill));
    }

    private static MailboxStanding Mailbox(SyncPoint point, bool stale = false, bool closed = false, bool audit = false, bool bare = false, bool open = false) =>
        new(MailboxId.New(), point, stale, closed, audit, () => bare, () => open, _ => default);
}
