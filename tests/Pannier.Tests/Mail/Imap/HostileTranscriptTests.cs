using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

public sealed class HostileTranscriptTests
{
    private const string Row = "FLAGS () INTERNALDATE \"01-Mar-2026 12:00:00 +0000\" RFC822.SIZE 5 ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL) BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("S: $ NO [OVERQUOTA] full", MailFaultKind.OverQuota, "full", true)]
    [InlineData("S: $ NO Mailbox is full", MailFaultKind.OverQuota, "Mailbox is full", true)]
    [InlineData("S: $ NO [TOOBIG] big", MailFaultKind.TooLarge, "big", true)]
    [InlineData("S: $ NO [NONEXISTENT] gone", MailFaultKind.NotFound, "gone", true)]
    [InlineData("S: $ NO <b>\u0007no</b> {99}", MailFaultKind.Refused, "<b>no</b> {99}", true)]
    [InlineData("S: $ BAD what", MailFaultKind.Refused, "what", true)]
    [InlineData("S: $ NO [INUSE] later", MailFaultKind.TooManyConnections, "later", false)]
    [InlineData("S: * BYE Server shutting down\nCLOSE", MailFaultKind.Dropped, "Server shutting down", false)]
    [InlineData("S& * 1 FETCH (UID 1 FLA\nCLOSE", MailFaultKind.Dropped, null, false)]
    [InlineData("S: * 1 FETCH (UID x)", MailFaultKind.Protocol, null, false)]
    [InlineData("S: !!", MailFaultKind.Protocol, null, false)]
    public async Task An_answer_that_is_none_becomes_a_fault(string answer, MailFaultKind expected, string? text, bool lineIsGood)
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + "C: UID FETCH 1 *\n" + answer);
        await using var store = server.Store();

        var fault = await store.FaultAsync(c => c.KeywordsAsync(ImapScript.Inbox, [new Uid(1)], Cancellation));

        Assert.Equal((expected, text), (fault.Kind, fault.ServerText));
        Assert.Equal(lineIsGood ? 1 : 0, store.Health.Open);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Nesting_that_would_exhaust_the_stack_is_a_fault()
    {
        await using var server = new ScriptedServer(
            ImapScript.SignIn + ImapScript.Select + $"C: UID FETCH 1 *\nS: * 1 FETCH (UID 1 BODYSTRUCTURE {new string('(', 300_000)})");
        await using var store = server.Store();

        var fault = await store.FaultAsync(c => c.RowsAsync(ImapScript.Inbox, [new Uid(1)], Previews.Leave, Cancellation));

        Assert.Equal(MailFaultKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task Rows_nobody_asked_for_and_rows_without_a_uid_are_left_out()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + $"""
            C: UID FETCH 1 *
            S: * 2 FETCH (UID 2 {Row})
            S: * 1 FETCH ({Row})
            S: $ OK
            """);
        await using var store = server.Store();

        Assert.Empty(await store.Use(c => c.RowsAsync(ImapScript.Inbox, [new Uid(1)], Previews.Leave, Cancellation)));
    }

    [Fact]
    public async Task A_size_that_lies_neither_cuts_a_part_nor_hangs()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + """
            C: UID FETCH 1 (BODY.PEEK[1]<0.524288>)
            S: * 1 FETCH (UID 1 BODY[1]<0> "abc")
            S: $ OK
            C: UID FETCH 1 (BODY.PEEK[1]<3.524288>)
            S: * 1 FETCH (UID 1 BODY[1]<3> "def")
            S: $ OK
            C: UID FETCH 1 (BODY.PEEK[1]<6.524288>)
            S: * 1 FETCH (UID 1 BODY[1]<6> NIL)
            S: $ OK
            """);
        await using var store = server.Store();
        var part = new BodyPart("1", "text/plain", null, 1000, null, null, Disposition.Unspecified, TextFlow.Fixed, []) { Encoding = "7bit" };
        using var to = new MemoryStream();

        var extent = await store.Use(c => c.CopyPartAsync(ImapScript.Inbox, new Uid(1), part, to, 1000, Cancellation));

        Assert.Equal((CopyExtent.Whole, "abcdef"), (extent, System.Text.Encoding.ASCII.GetString(to.ToArray())));
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_failing_target_of_a_copy_is_no_fault_of_the_server()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + """
            C: UID FETCH 1 *
            S: * 1 FETCH (UID 1 BODY[1]<0> "abc")
            S: $ OK
            """);
        await using var store = server.Store();
        var part = new BodyPart("1", "text/plain", null, 3, null, null, Disposition.Unspecified, TextFlow.Fixed, []) { Encoding = "7bit" };

        await Assert.ThrowsAsync<IOException>(() => store.Use(c => c.CopyPartAsync(ImapScript.Inbox, new Uid(1), part, new FullDisk(), 1000, Cancellation)));

        Assert.Equal((1, null), (store.Health.Open, store.Health.LastFault));
    }

    [Fact]
    public async Task A_mailbox_that_may_only_be_read_refuses_changes()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select.Replace("READ-WRITE", "READ-ONLY", StringComparison.Ordinal));
        await using var store = server.Store();

        var fault = await store.FaultAsync(c => c.StoreAsync(ImapScript.Inbox, [new Uid(1)], Keywords.Seen, Keywords.None, Cancellation));

        Assert.Equal(MailFaultKind.Refused, fault.Kind);
    }

    [Fact]
    public async Task Numbers_that_shift_while_they_are_asked_for_are_asked_for_again()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + $"""
            C: LIST "" Old
            S: * LIST () "/" Old
            S: $ OK
            {ImapScript.Select}
            C: UID FETCH 2 *
            S: * 2 FETCH (UID 2 {Row})
            S: * 1 EXPUNGE
            S: $ OK
            C: UID FETCH 2 *
            S: * 1 FETCH (UID 2 {Row})
            S: $ OK
            C: STATUS Old (UIDNEXT UIDVALIDITY)
            S: * STATUS Old (UIDNEXT 5 UIDVALIDITY 9)
            S: $ OK
            C: COPY 1 Old
            S: $ OK
            C: SELECT Old
            S: * 1 EXISTS
            S: * OK [UIDVALIDITY 9] ok
            S: * OK [UIDNEXT 6] ok
            S: $ OK [READ-WRITE] ok
            C: UID FETCH 5:* *
            S: * 1 FETCH (UID 5 {Row})
            S: $ OK
            """);
        await using var store = server.Store();

        var copied = await store.Use(c => c.CopyAsync(ImapScript.Inbox, [new Uid(2)], new("Old", '/'), Cancellation));

        Assert.Equal((9u, new Uid(5)), (copied.UidValidity, copied.Uids[new Uid(2)]));
        Assert.Empty(server.Surprises);
    }

    [Theory]
    [InlineData("a@x", 5u)]
    [InlineData("other@x", null)]
    public async Task Without_uidplus_a_filed_message_is_looked_for_where_it_went(string found, uint? uid)
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + $"""
            C: STATUS INBOX (UIDNEXT UIDVALIDITY)
            S: * STATUS INBOX (UIDNEXT 5 UIDVALIDITY 7)
            S: $ OK
            C: APPEND INBOX *
            S: + go
            C: ~Message-ID: <a@x>
            C: ~
            C: ~hi
            C: ~
            S: $ OK
            {ImapScript.Select}
            C: UID FETCH 5:* *
            S: * 2 FETCH (UID 5 INTERNALDATE "01-Mar-2026 12:00:00 +0000" RFC822.SIZE 30 ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL "<{found}>"))
            S: $ OK
            """);
        await using var store = server.Store();

        var filed = await store.Use(c => c.AppendAsync(ImapScript.InboxName, new MemoryStream(Letter.Octets("Message-ID: <a@x>\n\nhi\n")), Keywords.None, null, Cancellation));

        Assert.Equal(new AppendResult(7, uid is null ? null : new Uid(uid.Value)), filed);
        Assert.Empty(server.Surprises);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No space left on device");
    }
}
