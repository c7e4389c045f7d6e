using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Tests.Mail.Compose;

public sealed class ReplyTests
{
    private static readonly string[] Own = ["me@home.example", "me@work.example"];

    [Theory]
    [InlineData(ReplyKind.Reply, "Ann <ann@x.org>", "")]
    [InlineData(ReplyKind.ReplyAll, "Ann <ann@x.org>", "bob@x.org|Cid <cid@x.org>")]
    [InlineData(ReplyKind.List, "Ann <ann@x.org>", "bob@x.org|Cid <cid@x.org>")]
    public void Goes_to_the_author_and_for_all_to_the_others_but_never_to_oneself(ReplyKind kind, string to, string cc) =>
        Expect(kind, to, cc, "From: Ann <ann@x.org>", "To: me@home.example, bob@x.org, ann@X.org", "Cc: Cid <cid@x.org>, Me <ME+list@work.example>, bob@x.org");

    [Theory]
    [InlineData(ReplyKind.Reply, "desk@x.org", "")]
    [InlineData(ReplyKind.ReplyAll, "desk@x.org", "bob@x.org")]
    public void Goes_where_the_author_asks(ReplyKind kind, string to, string cc) =>
        Expect(kind, to, cc, "From: ann@x.org", "Reply-To: desk@x.org", "To: me@home.example, bob@x.org");

    [Theory]
    [InlineData(ReplyKind.Reply, "ann@x.org", "")]
    [InlineData(ReplyKind.ReplyAll, "ann@x.org", "list@l.org")]
    [InlineData(ReplyKind.List, "list@l.org", "")]
    public void Does_not_write_to_a_list_by_accident(ReplyKind kind, string to, string cc) =>
        Expect(kind, to, cc, "From: ann@x.org", "Reply-To: list@l.org", "To: list@l.org", "List-Post: <mailto:list@l.org>");

    [Fact]
    public void Goes_to_the_reply_address_where_a_list_stands_as_the_author() =>
        Expect(ReplyKind.Reply, "Ann <ann@x.org>", "", "From: Ann via List <list@l.org>", "Reply-To: Ann <ann@x.org>", "To: list@l.org", "List-Post: <mailto:list@l.org>");

    [Fact]
    public void A_list_that_takes_no_mail_is_answered_like_anything_else() =>
        Expect(ReplyKind.List, "ann@x.org", "", "From: ann@x.org", "To: me@home.example", "List-Post: NO");

    [Fact]
    public void Follow_ups_go_where_the_author_asked() =>
        Expect(ReplyKind.ReplyAll, "list@l.org", "", "From: ann@x.org", "To: list@l.org", "Cc: bob@x.org", "Mail-Followup-To: list@l.org, me@home.example");

    [Theory]
    [InlineData(ReplyKind.Reply, "bob@x.org", "")]
    [InlineData(ReplyKind.ReplyAll, "bob@x.org", "cid@x.org")]
    public void Ones_own_message_is_answered_to_whom_it_went(ReplyKind kind, string to, string cc) =>
        Expect(kind, to, cc, "From: me@home.example", "To: bob@x.org", "Cc: cid@x.org, me@work.example");

    [Theory]
    [InlineData(ReplyKind.Reply)]
    [InlineData(ReplyKind.ReplyAll)]
    public void A_note_to_oneself_is_answered_to_oneself(ReplyKind kind) =>
        Expect(kind, "me@home.example", "", "From: me@home.example", "To: me@home.example");

    [Fact]
    public void A_blind_copy_list_of_ones_own_is_answered_to_it() =>
        Expect(ReplyKind.Reply, "bob@x.org", "", "From: me@home.example", "Bcc: bob@x.org");

    [Fact]
    public void Recipients_move_up_when_there_is_no_first_one() =>
        Expect(ReplyKind.ReplyAll, "bob@x.org", "", "From: me@home.example", "To: me@work.example", "Cc: bob@x.org");

    [Fact]
    public void A_message_from_nobody_has_no_recipients() => Expect(ReplyKind.ReplyAll, "", "", "Subject: x");

    [Fact]
    public void Names_that_would_break_a_header_are_made_one_line_and_addresses_that_are_none_left_out()
    {
        var head = Drafts.Head("Subject: x");
        var envelope = head.Row.Envelope with { From = [new("A\r\nBcc: x@y.org", "ann@x.org"), new("B", "not one"), new(" ", "b@x.org")] };

        var start = Reply.To(head with { Row = head.Row with { Envelope = envelope } }, ReplyKind.Reply, Own);

        Assert.Equal([new("A  Bcc: x@y.org", "ann@x.org"), new(null, "b@x.org")], start.To);
        _ = Drafts.Plain() with { To = start.To };
        Assert.Equal("A\r\nBcc: x@y.org", start.Attribution.Author?.Name);
        Assert.Equal(2026, start.Attribution.Date?.Year);
    }

    [Theory]
    [InlineData("Lunch", "Re: Lunch")]
    [InlineData("", "Re:")]
    [InlineData("Re: Lunch", "Re: Lunch")]
    [InlineData("RE: re[2]: AW: Sv : Antw:Lunch", "Re: Lunch")]
    [InlineData("回复：答复: 午饭", "Re: 午饭")]
    [InlineData("Re: [list] Lunch", "Re: [list] Lunch")]
    [InlineData("[list] Re: Lunch", "Re: [list] Lunch")]
    [InlineData("[list] Lunch", "Re: [list] Lunch")]
    [InlineData("Fwd: Re: Lunch", "Re: Fwd: Re: Lunch")]
    [InlineData("Regarding: Lunch", "Re: Regarding: Lunch")]
    [InlineData("a\r\nBcc: x", "Re: a  Bcc: x")]
    public void Says_re_once(string subject, string expected) => Assert.Equal(expected, SubjectPrefix.Reply(OneLine.Of(subject)).Value);

    [Theory]
    [InlineData("Lunch", "Fwd: Lunch")]
    [InlineData("FW: WG: Fwd: Lunch", "Fwd: Lunch")]
    [InlineData("Re: Lunch", "Fwd: Re: Lunch")]
    [InlineData("转发：午饭", "Fwd: 午饭")]
    public void Says_fwd_once(string subject, string expected) => Assert.Equal(expected, Forward.Subject(Drafts.Head("Subject: " + subject)).Value);

    [Theory]
    [InlineData("<a@x> <b@x>", "<z@x>", "<c@x>", "<c@x>", "<a@x> <b@x> <c@x>")]
    [InlineData(null, "<z@x>", "<c@x>", "<c@x>", "<z@x> <c@x>")]
    [InlineData(null, "<y@x> <z@x>", "<c@x>", "<c@x>", "<c@x>")]
    [InlineData(null, null, "<c@x>", "<c@x>", "<c@x>")]
    [InlineData("<a@x>", null, null, null, "<a@x>")]
    [InlineData(null, null, null, null, "")]
    [InlineData("<a@x> <broken <b@x> junk <c d> <c@x>", null, "<c@x>", "<c@x>", "<a@x> <b@x> <c@x>")]
    public void Threads_as_the_standard_says(string? references, string? answered, string? id, string? inReplyTo, string expected)
    {
        var lines = new List<string> { "From: ann@x.org" };
        if (references is not null) lines.Add("References: " + references);
        if (answered is not null) lines.Add("In-Reply-To: " + answered);
        if (id is not null) lines.Add("Message-ID: " + id);

        var start = Reply.To(Drafts.Head([.. lines]), ReplyKind.Reply, Own);

        Assert.Equal(inReplyTo, start.InReplyTo?.ToString());
        Assert.Equal(expected, string.Join(' ', start.References));
    }

    [Fact]
    public void A_very_long_thread_keeps_its_first_and_its_last_ids()
    {
        var references = string.Join(' ', Enumerable.Range(0, 500).Select(n => $"<{n}@x>"));

        var start = Reply.To(Drafts.Head("References: " + references, "Message-ID: <last@x>"), ReplyKind.Reply, Own);

        Assert.Equal(40, start.References.Count);
        Assert.Equal("0@x", start.References[0].Value);
        Assert.Equal(["499@x", "last@x"], start.References.TakeLast(2).Select(id => id.Value));
    }

    [Fact]
    public void Takes_the_id_of_the_envelope_when_the_header_is_not_there()
    {
        var head = Drafts.Head("From: ann@x.org");
        head = head with { Row = head.Row with { Envelope = head.Row.Envelope with { MessageId = "e@x" } } };

        Assert.Equal("e@x", Reply.To(head, ReplyKind.Reply, Own).InReplyTo?.Value);
    }

    [Fact]
    public async Task Passes_a_message_on_inside_or_as_a_file()
    {
        var head = Drafts.Head("From: ann@x.org", "To: me@home.example", "Bcc: hidden@x.org", "Subject: Plan a/b");

        var inline = Forward.Inline(head);
        var file = Forward.AsAttachment(head, _ => Task.FromResult<Stream>(new MemoryStream("Subject: x\r\n\r\n"u8.ToArray())));

        Assert.Equal("Fwd: Plan a/b", inline.Subject.Value);
        Assert.Empty(inline.Head.Bcc);
        Assert.Equal("Plan a_b.eml", file.Name.Value);
        Assert.Equal(MediaType.Message, file.Type);
        Assert.Equal(14, (await file.Content()).Length);
        Assert.Equal("message.eml", Forward.AsAttachment(Drafts.Head("Subject: "), file.OpenAsync).Name.Value);
    }

    private static void Expect(ReplyKind kind, string to, string cc, params string[] headers)
    {
        var start = Reply.To(Drafts.Head(headers), kind, Own);

        Assert.Equal(to, string.Join('|', start.To));
        Assert.Equal(cc, string.Join('|', start.Cc));
    }
}
