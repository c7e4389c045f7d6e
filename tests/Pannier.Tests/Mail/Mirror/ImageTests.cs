using System.Globalization;
using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Threads;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>An image in columns is the same as one said plainly, whatever happens to its mailbox.</summary>
public sealed class ImageTests
{
    internal static readonly AccountId Account = AccountId.New();
    internal static readonly MailboxId Mailbox = MailboxId.New();

    private static readonly Gen<uint> AnyUid = Gen.UInt[1, 3_000];

    private static readonly Gen<FetchedMessage> AnyMessage = Gen.Select(AnyUid, Gen.Int[0, 40], Gen.Int[0, 511], Gen.Int[0, 2], Gen.String[0, 30], Gen.Int[0, 3])
        .Select((uid, day, keywords, mark, text, people) => Message(uid, day, (Keywords)keywords, (AttachmentMark)mark, text, people));

    internal static readonly Gen<MailboxDelta> AnyDelta = Gen.Select(
            Gen.Frequency((9, Gen.Const(7u)), (1, Gen.Const(8u))),
            AnyMessage.Array[0, 60],
            Gen.Select(AnyUid, Gen.Int[0, 511]).Array[0, 20],
            AnyUid.Array[0, 40],
            Gen.Select(AnyUid, Gen.Int[0, 2]).Array[0, 10],
            Gen.Select(AnyUid, Gen.String[0, 20]).Array[0, 10])
        .Select((validity, added, flags, gone, structures, previews) => new MailboxDelta(Mailbox, new SyncPoint(validity, 3_001, 0, null, new Uid(1)))
        {
            Added = added,
            Flags = [.. flags.Select(one => new FlagChange(new Uid(one.Item1), (Keywords)one.Item2))],
            Gone = [.. gone.Select(uid => new Uid(uid))],
            Structures = [.. structures.Select(one => new StructureRead(new Uid(one.Item1), (AttachmentMark)one.Item2))],
            Previews = [.. previews.Select(one => new PreviewRead(new Uid(one.Item1), one.Item2))],
        });

    [Fact]
    public void Columns_are_the_same_as_plain_rows()
    {
        AnyDelta.Array[1, 25].Sample(
            deltas =>
            {
                var (image, plain) = (MailboxImage.Empty(Account, Mailbox), PlainImage.Empty(Account, Mailbox));
                foreach (var delta in deltas)
                {
                    (image, plain) = (image.With(delta), plain.With(delta));
                    Assert.Equal((plain.Point, plain.Count, plain.Unseen), (image.Point, image.Count, image.Unseen));
                    for (var row = 0; row < plain.Count; row++)
                    {
                        Same(plain.Read(row), image.Read(row));
                        Assert.Equal((plain.Newest(row), plain.KeyAt(row), plain.SizeAt(row)), (image.Newest(row), image.KeyAt(row), image.SizeAt(row)));
                        Assert.Equal((plain.ReceivedAt(row), plain.KeywordsAt(row), plain.AttachmentAt(row)), (image.ReceivedAt(row), image.KeywordsAt(row), image.AttachmentAt(row)));
                        Assert.Equal([plain.LinksAt(row).Id, .. plain.LinksAt(row).References.Span], (ulong[])[image.LinksAt(row).Id, .. image.LinksAt(row).References.Span]);
                        Assert.Equal((row, row), (plain.Find(plain.UidAt(row)), image.Find(image.UidAt(row))));
                        Assert.Equal(plain.Read(row).Preview is not null, image.HasPreview(row));
                    }

                    Assert.Equal(Enumerable.Range(0, plain.Count).Count(row => plain.KeywordsAt(row).HasFlag(Keywords.Flagged)), image.Flagged);
                    Assert.True(image.Find(new Uid(4_000)) < 0);
                }
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public void What_a_message_says_cannot_make_its_row_large()
    {
        var people = Enumerable.Range(0, 5_000).Select(i => new EmailAddress(new string('n', 10_000), $"a{i}@example.org")).ToList();
        var envelope = Envelope.Empty with { Subject = string.Concat(Enumerable.Repeat("\ud83d\udce8", 500_000)), From = people, To = people };
        var row = new MessageRow(new Uid(1), new DateTimeOffset(1903, 1, 1, 0, 0, 0, TimeSpan.Zero), long.MaxValue, Keywords.None, envelope, AttachmentMark.No, new string('p', 1_000_000));

        var image = MailboxImage.Empty(Account, Mailbox).With(new MailboxDelta(Mailbox, new SyncPoint(1, 2, 1, null, new Uid(1))) { Added = [new FetchedMessage(row, MessageLinks.None)] });

        Assert.InRange(image.Bytes, 1, 64 * 1024);
        Assert.Equal((1_000, 50, 1903), (image.Read(0).Envelope.Subject.Length, image.Read(0).Envelope.From.Count, image.Read(0).ReceivedAt.Year));
        Assert.DoesNotContain('\uFFFD', image.Read(0).Envelope.Subject);
    }

    [Theory]
    [InlineData("Minutes of the meeting on Thursday, second draft", "Anna Lindqvist", "Hello everybody, here are the minutes as promised. Please look at the third")]
    [InlineData("木曜日の会議の議事録、第二稿をお送りします", "山田太郎", "皆様、お約束の議事録をお送りいたします。第三項をご確認ください。よろしくお願いいたします")]
    public void A_message_takes_less_than_300_bytes(string subject, string name, string preview)
    {
        const int count = 20_000;
        var added = Enumerable.Range(1, count).Select(uid => new FetchedMessage(
            new MessageRow(
                new Uid((uint)uid), Letter.Day(uid % 900), 4_000, Keywords.Seen,
                Envelope.Empty with { Subject = subject, From = [new EmailAddress(name, "anna.lindqvist@example.org")], To = [new EmailAddress(null, "ben@example.org")] },
                AttachmentMark.No, uid % 2 == 0 ? preview : null),
            new MessageLinks((ulong)uid * 977, new ulong[] { 1, 2, (ulong)uid }))).ToList();

        var image = MailboxImage.Empty(Account, Mailbox).With(new MailboxDelta(Mailbox, new SyncPoint(1, count + 1, count, null, new Uid(1))) { Added = added });

        TestContext.Current.SendDiagnosticMessage("{0} bytes a message", image.Bytes / count);
        Assert.InRange(image.Bytes / count, 50, 300);
    }

    /// <summary>What a list shows; the rest of an envelope is the server's to keep.</summary>
    private static void Same(MessageRow plain, MessageRow row)
    {
        Assert.Equal((plain.Uid, plain.ReceivedAt, plain.Size, plain.Keywords, plain.Attachment, plain.Preview), (row.Uid, row.ReceivedAt, row.Size, row.Keywords, row.Attachment, row.Preview));
        Assert.Equal(plain.Envelope.Subject, row.Envelope.Subject);
        Assert.Equal(plain.Envelope.From, row.Envelope.From);
        Assert.Equal(plain.Envelope.To, row.Envelope.To);
    }

    private static FetchedMessage Message(uint uid, int day, Keywords keywords, AttachmentMark mark, string text, int people)
    {
        var clean = new string([.. text.Where(character => !char.IsSurrogate(character))]);
        var list = Enumerable.Range(0, people).Select(i => new EmailAddress(i == 0 ? null : clean + "x", $"p{i.ToString(CultureInfo.InvariantCulture)}@example.org")).ToList();
        return new FetchedMessage(new MessageRow(new Uid(uid), Letter.Day(day), uid * 3, keywords, Envelope.Empty with { Subject = clean, From = list, To = list }, mark, people == 2 ? clean : null), new MessageLinks(uid + 5, Enumerable.Range(0, people).Select(i => (ulong)i + uid).ToArray()));
    }
}
