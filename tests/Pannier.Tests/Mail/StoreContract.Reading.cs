using System.Text;
using Pannier.Mail;
using Pannier.Mail.Search;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Indexes_from_a_uid_up_ascending_with_dates_and_keywords()
    {
        await FileAsync(Letter.Plain("one"), at: Letter.Day(3));
        var two = await FileAsync(Letter.Plain("two"), Keywords.Seen | Keywords.Flagged, at: Letter.Day(2));
        var three = await FileAsync(Letter.Plain("three"), at: Letter.Day(1));
        var inbox = await RefAsync(Inbox);

        var entries = await _store.Use(c => c.IndexAsync(inbox, two, Cancellation));
        var beyond = await _store.Use(c => c.IndexAsync(inbox, new Uid(three.Value + 1), Cancellation));

        Assert.Equal([new IndexEntry(two, Letter.Day(2), Keywords.Seen | Keywords.Flagged), new IndexEntry(three, Letter.Day(1), Keywords.None)], entries);
        Assert.Empty(beyond);
    }

    [Fact]
    public async Task Rows_tell_what_they_refer_to()
    {
        var uid = await FileAsync(Encoding.ASCII.GetBytes("From: a@example.org\r\nSubject: Re: x\r\nMessage-ID: <c@example.org>\r\nReferences: <a@example.org>\r\n <b@example.org>\r\nIn-Reply-To: <d@example.org>\r\n\r\ntext\r\n"));
        var inbox = await RefAsync(Inbox);

        foreach (var depth in new[] { Previews.Headers, Previews.Read })
        {
            var row = Assert.Single(await _store.Use(c => c.RowsAsync(inbox, [uid], depth, Cancellation)));
            Assert.Equal(["a@example.org", "b@example.org", "d@example.org"], row.Thread.References);
            Assert.Equal("c@example.org", row.Envelope.MessageId);
        }
    }

    [Fact]
    public async Task A_tree_is_searched_by_the_server_as_by_the_plain_reading_of_it()
    {
        var one = await FileAsync(Letter.Plain("plan of the harbour"), Keywords.Seen, at: Letter.Day(1));
        var two = await FileAsync(Letter.Plain("the other plan"), Keywords.Flagged, at: Letter.Day(40));
        var three = await FileAsync(Letter.Plain("nothing"), at: Letter.Day(80));
        var inbox = await RefAsync(Inbox);
        var plan = new SearchNode.Words(SearchField.Subject, "plan");

        Assert.Equal([one, two], await FindAsync(plan));
        Assert.Equal([three], await FindAsync(new SearchNode.Not(plan)));
        Assert.Equal([two], await FindAsync(plan.And(new SearchNode.Marked(Keywords.Flagged, Keywords.Seen))));
        Assert.Equal([one, three], await FindAsync(new SearchNode.Any([new SearchNode.Marked(Keywords.Seen, Keywords.None), new SearchNode.Words(SearchField.Anywhere, "nothing")])));
        Assert.Equal([two, three], await FindAsync(new SearchNode.Received(Letter.Day(20).ToUnixTimeSeconds(), long.MaxValue)));
        Assert.Equal([two], await FindAsync(new SearchNode.Received(Letter.Day(20).ToUnixTimeSeconds(), Letter.Day(60).ToUnixTimeSeconds())));
        Assert.Empty(await FindAsync(new SearchNode.Sized(1_000_000, long.MaxValue)));
        Assert.Equal([one, two, three], await FindAsync(new SearchNode.Sized(0, 1_000_000)));

        Task<IReadOnlyList<Uid>> FindAsync(SearchNode node) => _store.Use(c => c.SearchAsync(inbox, SearchTerms.All with { Matching = node }, Cancellation));
    }

    [Fact]
    public async Task An_index_sees_what_another_client_filed_since()
    {
        var inbox = await RefAsync(Inbox);
        await UidsAsync(inbox);
        await using var other = _server.Open(_user);
        var uid = await FileAsync(Letter.Plain("new"), store: other);

        Assert.Equal([uid], await UidsAsync(inbox));
    }

    [Fact]
    public async Task Changes_since_a_mod_sequence_are_what_came_and_what_has_other_flags()
    {
        await FileAsync(Letter.Plain("stays"), at: Letter.Day(1));
        var two = await FileAsync(Letter.Plain("is read"), at: Letter.Day(2));
        var state = await _store.Use(c => c.SelectAsync(Inbox, Cancellation));
        var inbox = new MailboxRef(Inbox, state.UidValidity);
        if (state.HighestModSeq is not { } since)
        {
            Assert.Equal(MailFaultKind.Unsupported, await FaultAsync(() => _store.Use(c => c.ChangesAsync(inbox, new Uid(1), 1, Cancellation))));
            return;
        }

        await using var other = _server.Open(_user);
        await other.Use(c => c.StoreAsync(inbox, [two], Keywords.Seen, Keywords.None, Cancellation));
        var three = await FileAsync(Letter.Plain("comes"), at: Letter.Day(3), store: other);

        var changes = await _store.Use(c => c.ChangesAsync(inbox, new Uid(1), since, Cancellation));
        var later = await _store.Use(c => c.ChangesAsync(inbox, three, since, Cancellation));

        Assert.Equal([new FlagChange(two, Keywords.Seen), new FlagChange(three, Keywords.None)], changes.Told);
        Assert.Equal([three], later.Told.Select(entry => entry.Uid));
        Assert.Equal((await _store.Use(c => Task.FromResult(c.Features))).HasFlag(StoreFeatures.QResync), changes.Vanished is not null);
        Assert.True((await _store.Use(c => c.SelectAsync(Inbox, Cancellation))).HighestModSeq > since);
    }

    [Fact]
    public async Task What_vanished_is_named_where_the_server_tells_of_it()
    {
        var uids = new List<Uid>();
        for (var i = 0; i < 5; i++) uids.Add(await FileAsync(Letter.Plain($"letter {i}"), at: Letter.Day(i)));
        var state = await _store.Use(c => c.SelectAsync(Inbox, Cancellation));
        var inbox = new MailboxRef(Inbox, state.UidValidity);
        if (!(await _store.Use(c => Task.FromResult(c.Features))).HasFlag(StoreFeatures.QResync)) return;
        await UidsAsync(inbox); // selected by this connection, too

        await using var other = _server.Open(_user);
        await other.Use(c => c.DestroyAsync(inbox, [uids[1], uids[2]], Cancellation));
        await other.Use(c => c.StoreAsync(inbox, [uids[3]], Keywords.Flagged, Keywords.None, Cancellation));

        var changes = await _store.Use(c => c.ChangesAsync(inbox, new Uid(1), state.HighestModSeq!.Value, Cancellation));
        Assert.Equal([new FlagChange(uids[3], Keywords.Flagged)], changes.Told);
        Assert.Equal([uids[1], uids[2]], uids.Where(changes.Vanished!.Has));
        Assert.Equal([uids[0], uids[3], uids[4]], await UidsAsync(inbox));
        Assert.Equal(MailFaultKind.UidValidityChanged, await FaultAsync(() => _store.Use(c => c.ChangesAsync(inbox with { UidValidity = inbox.UidValidity + 1 }, new Uid(1), 1, Cancellation))));
    }

    [Fact]
    public async Task Searches_by_words_fields_and_keywords_in_any_script()
    {
        var apple = await FileAsync(Letter.Plain("Äpfel für Jürgen", "Grüße aus Köln 東京", "Zoë <zoe@example.org>", "apple@x"), Keywords.Seen);
        var pear = await FileAsync(Letter.Plain("Birnen", "nothing", id: "pear@x"), Keywords.Flagged);
        var inbox = await RefAsync(Inbox);
        Task<IReadOnlyList<Uid>> Find(SearchTerms terms) => _store.Use(c => c.SearchAsync(inbox, terms, Cancellation));

        Assert.Equal([apple, pear], await Find(SearchTerms.All));
        Assert.Equal([apple], await Find(SearchTerms.All with { Text = ["äpfel", "köln"] }));
        Assert.Equal([apple], await Find(SearchTerms.All with { Body = "東京" }));
        Assert.Equal([pear], await Find(SearchTerms.All with { Subject = "birn" }));
        Assert.Equal([apple], await Find(SearchTerms.All with { From = "zoe@" }));
        Assert.Equal([pear], await Find(SearchTerms.All with { MessageId = "pear@x" }));
        Assert.Equal([pear], await Find(SearchTerms.All with { With = Keywords.Flagged }));
        Assert.Equal([pear], await Find(SearchTerms.All with { Without = Keywords.Seen }));
        Assert.Empty(await Find(SearchTerms.All with { Text = ["äpfel"], With = Keywords.Flagged }));
        Assert.Empty(await Find(SearchTerms.All with { Subject = "\" OR ALL \r\nA1 LOGOUT" }));
    }

    [Fact]
    public async Task Rows_tell_what_a_list_shows_and_leave_out_what_is_gone()
    {
        var one = await FileAsync(Letter.Plain("one", "First words\nof the text."), at: Letter.Day(1));
        var two = await FileAsync(Letter.Rich(1000), Keywords.Answered, at: Letter.Day(2));
        var inbox = await RefAsync(Inbox);

        var rows = await _store.Use(c => c.RowsAsync(inbox, [two, new Uid(999), one], Previews.Read, Cancellation));

        Assert.Equal([one, two], rows.Select(row => row.Uid));
        Assert.Equal(("First words of the text.", AttachmentMark.No), (rows[0].Preview, rows[0].Attachment));
        Assert.Equal((Letter.Day(2), Keywords.Answered, AttachmentMark.Yes), (rows[1].ReceivedAt, rows[1].Keywords, rows[1].Attachment));
        Assert.Equal((long)Letter.Rich(1000).Length, rows[1].Size);
        Assert.StartsWith("Schöne Grüße", rows[1].Preview, StringComparison.Ordinal);
        var envelope = rows[1].Envelope;
        Assert.Equal(("Rechnung €", "rich@example.org", "before@example.org"), (envelope.Subject, envelope.MessageId, envelope.InReplyTo));
        Assert.Equal(new EmailAddress("Jürgen Müller", "juergen@example.org"), Assert.Single(envelope.From));
        Assert.Equal(new EmailAddress("山田", "yamada@example.jp"), Assert.Single(envelope.To));
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.FromHours(1)), envelope.Date);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-nobody-knows")]
    [InlineData("iso-2022-kr")]
    public async Task A_message_in_a_charset_nobody_reads_leaves_the_list_whole(string charset)
    {
        var uid = await FileAsync(Letter.Octets($"From: a@example.org\nSubject: odd\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\nplain words\n"));
        var inbox = await RefAsync(Inbox);

        var rows = await _store.Use(c => c.RowsAsync(inbox, [uid], Previews.Read, Cancellation));

        Assert.Equal("plain words", Assert.Single(rows).Preview);
    }

    [Fact]
    public async Task Previews_are_read_of_html_alone_and_left_when_not_asked_for()
    {
        var uid = await FileAsync(Letter.HtmlOnly("<style>p{color:red}</style><p>Guten&nbsp;Tag,</p><p>Frau M&uuml;ller</p>"));
        var inbox = await RefAsync(Inbox);

        var read = await _store.Use(c => c.RowsAsync(inbox, [uid], Previews.Read, Cancellation));
        var left = await _store.Use(c => c.RowsAsync(inbox, [uid], Previews.Leave, Cancellation));

        Assert.Contains("Müller", read[0].Preview, StringComparison.Ordinal);
        Assert.DoesNotContain("color", read[0].Preview, StringComparison.Ordinal);
        Assert.Null(left[0].Preview);
    }

    [Fact]
    public async Task Opens_headers_and_structure_without_marking_as_read()
    {
        var uid = await FileAsync(Letter.Rich(1000));
        var inbox = await RefAsync(Inbox);

        var head = await _store.Use(c => c.OpenAsync(inbox, uid, Cancellation));

        Assert.Equal("<first@example.org> <before@example.org>", head.Header("references"));
        Assert.Equal("grüß dich", head.Header("X-Raw"));
        Assert.Equal("=?utf-8?b?UmVjaG51bmcg4oKs?=", head.Header("Subject"));
        var parts = head.Structure.Walk().ToDictionary(part => part.Section.Length == 0 ? "top" : part.Section);
        Assert.Equal("multipart/mixed", parts["top"].MediaType);
        Assert.Equal(("text/plain", "utf-8", TextFlow.FlowedDelSp), (parts["1.1"].MediaType, parts["1.1"].Charset, parts["1.1"].Flow));
        Assert.Equal(("image/png", "pic@x", Disposition.Inline), (parts["1.2.2"].MediaType, parts["1.2.2"].ContentId, parts["1.2.2"].Disposition));
        Assert.Equal(("application/pdf", "Überweisung.pdf", Disposition.Attachment), (parts["2"].MediaType, parts["2"].FileName, parts["2"].Disposition));
        Assert.Equal(("message/rfc822", "text/plain"), (parts["3"].MediaType, parts["3.1"].MediaType));
        Assert.Equal(Keywords.None, (await KeywordsAsync(inbox, uid))[uid]);
    }

    [Fact]
    public async Task A_message_that_is_gone_is_not_found()
    {
        await FileAsync(Letter.Plain("here"));
        var inbox = await RefAsync(Inbox);
        var gone = new Uid(77);
        var part = new BodyPart("1", "text/plain", null, 5, null, null, Disposition.Unspecified, TextFlow.Fixed, []);

        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.OpenAsync(inbox, gone, Cancellation))));
        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.CopySourceAsync(inbox, gone, Stream.Null, Cancellation))));
        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.CopyPartAsync(inbox, gone, part, Stream.Null, 10, Cancellation))));
        Assert.Equal(
            MailFaultKind.NotFound,
            await FaultAsync(() => _store.Use(c => c.CopyPartAsync(inbox, gone, part with { Encoding = "7bit" }, Stream.Null, 10, Cancellation))));
    }

    [Fact]
    public async Task Copies_parts_with_their_transfer_encoding_undone_and_does_not_mark_as_read()
    {
        var uid = await FileAsync(Letter.Rich(1000));
        var inbox = await RefAsync(Inbox);
        var parts = (await _store.Use(c => c.OpenAsync(inbox, uid, Cancellation))).Structure.Walk().ToDictionary(part => part.Section);

        Assert.Equal("Schöne Grüße\r\naus Ulm", Encoding.UTF8.GetString(await PartAsync(inbox, uid, parts["1.1"])));
        Assert.Equal(Letter.FileOctets(1000), await PartAsync(inbox, uid, parts["2"]));
        Assert.Equal(Letter.FileOctets(1000), await PartAsync(inbox, uid, parts["2"] with { Encoding = null }));
        Assert.Contains("Subject: inner", Encoding.UTF8.GetString(await PartAsync(inbox, uid, parts["3"])), StringComparison.Ordinal);
        Assert.Equal("the inner text", Encoding.UTF8.GetString(await PartAsync(inbox, uid, parts["3.1"])).TrimEnd());
        Assert.Equal(Keywords.None, (await KeywordsAsync(inbox, uid))[uid]);
    }

    [Fact]
    public async Task Copies_the_text_of_a_message_of_one_part()
    {
        var uid = await FileAsync(Letter.Plain("one", "Grüße"));
        var inbox = await RefAsync(Inbox);
        var head = await _store.Use(c => c.OpenAsync(inbox, uid, Cancellation));

        Assert.Equal("Grüße\r\n", Encoding.UTF8.GetString(await PartAsync(inbox, uid, head.Structure)));
    }

    [Theory]
    [InlineData(3_000_000, 3_000_000, CopyExtent.Whole)]
    [InlineData(3_000_000, 2_999_999, CopyExtent.Cut)]
    [InlineData(3_000_000, 10, CopyExtent.Cut)]
    [InlineData(3_000_000, 0, CopyExtent.Cut)]
    public async Task A_big_part_is_read_in_ranges_and_cut_at_the_limit(int octets, int atMost, CopyExtent expected)
    {
        var uid = await FileAsync(Letter.Rich(octets));
        var inbox = await RefAsync(Inbox);
        var file = (await _store.Use(c => c.OpenAsync(inbox, uid, Cancellation))).Structure.Walk().Single(part => part.Section == "2");
        using var to = new MemoryStream();

        var extent = await _store.Use(c => c.CopyPartAsync(inbox, uid, file, to, atMost, Cancellation));

        Assert.Equal(expected, extent);
        Assert.Equal(Letter.FileOctets(octets).Take(atMost), to.ToArray());
    }

    [Fact]
    public async Task A_part_that_is_not_of_the_message_is_not_found_and_never_sent_as_a_command()
    {
        var uid = await FileAsync(Letter.Plain("one"));
        var inbox = await RefAsync(Inbox);
        var part = (await _store.Use(c => c.OpenAsync(inbox, uid, Cancellation))).Structure;

        foreach (var section in new[] { "", "1] BODY[", "TEXT", "9.9" })
        {
            var wrong = part with { Section = section, Encoding = null };
            Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.CopyPartAsync(inbox, uid, wrong, Stream.Null, 10, Cancellation))));
        }
    }

    [Fact]
    public async Task Copies_the_source_octet_for_octet()
    {
        byte[][] letters =
        [
            Letter.Rich(2_000_000),
            Letter.Octets("Subject: odd\nX: a\n  folded\n\nBody with From lines\n.\n..\nFrom here\n"),
            Letter.Octets("Not MIME at all : , ;\n\nno headers to speak of\n"),
            [.. "Subject: latin\r\n\r\n"u8, 0xE9, 0xFF, 0x80, 0x0D, 0x0A],
        ];
        var inbox = await RefAsync(Inbox);
        foreach (var letter in letters)
        {
            var uid = await FileAsync(letter);
            using var source = new MemoryStream();

            await _store.Use(c => c.CopySourceAsync(inbox, uid, source, Cancellation));

            Assert.Equal(letter, source.ToArray());
        }
    }

    private async Task<byte[]> PartAsync(MailboxRef mailbox, Uid uid, BodyPart part)
    {
        using var to = new MemoryStream();
        Assert.Equal(CopyExtent.Whole, await _store.Use(c => c.CopyPartAsync(mailbox, uid, part, to, long.MaxValue, Cancellation)));
        return to.ToArray();
    }
}
