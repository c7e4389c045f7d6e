namespace Pannier.Tests.Demo.Imap;

public sealed class FetchTests
{
    private const string Nested =
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=out\r\n";

    private const string NestedBody =
        "preamble\r\n--out\r\nContent-Type: text/plain\r\n\r\none\r\n"
        + "--out\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\nFrom: in@demo.test\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
        + "--in\r\nContent-Type: text/plain\r\n\r\nalpha\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>beta</p>\r\n--in--\r\n--out--\r\n";

    [Theory]
    [InlineData("BODY.PEEK[1]", "BODY[1] {3}\none)")]
    [InlineData("BODY.PEEK[1.MIME]", "BODY[1.MIME] {28}\nContent-Type: text/plain\n\n)")]
    [InlineData("BODY.PEEK[2.HEADER.FIELDS (SUBJECT)]", "BODY[2.HEADER.FIELDS (\"SUBJECT\")] {18}\nSubject: inner\n\n)")]
    [InlineData("BODY.PEEK[2.1]", "BODY[2.1] {5}\nalpha)")]
    [InlineData("BODY.PEEK[2.2]", "BODY[2.2] {11}\n<p>beta</p>)")]
    [InlineData("BODY.PEEK[2.2]<3.4>", "BODY[2.2]<3> {4}\nbeta)")]
    [InlineData("BODY.PEEK[2.2]<90.4>", "BODY[2.2]<90> {0}\n)")]
    [InlineData("BODY.PEEK[3]", "BODY[3] NIL)")]
    [InlineData("BODY.PEEK[HEADER.FIELDS (subject x-none)]", "BODY[HEADER.FIELDS (\"subject\" \"x-none\")] {19}\nSubject: nested\n\n)")]
    public async Task Cuts_each_section_to_the_octet(string item, string expected)
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("nested", body: NestedBody, headers: Nested);
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync($"FETCH 1 ({item})");

        Assert.Equal($"* 1 FETCH ({expected}\nOK Done", answer);
    }

    [Fact]
    public async Task A_message_of_one_part_has_itself_as_part_one()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("plain", body: "Hello\r\nthere\r\n");
        var line = await host.SelectedAsync();

        Assert.Contains("BODY[1] {14}\nHello\nthere\n)", await line.AskAsync("FETCH 1 BODY.PEEK[1]"), StringComparison.Ordinal);
        Assert.Contains("BODY[TEXT] {14}\nHello", await line.AskAsync("FETCH 1 BODY.PEEK[TEXT]"), StringComparison.Ordinal);
        Assert.Contains("BODY[1.1] NIL", await line.AskAsync("FETCH 1 BODY.PEEK[1.1]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_structure_counts_the_octets_that_the_parts_have()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("nested", body: NestedBody, headers: Nested);
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync("FETCH 1 BODY");

        Assert.Contains("(\"text\" \"plain\" NIL NIL NIL \"7bit\" 3 1)", answer, StringComparison.Ordinal);
        Assert.Contains("((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)(\"text\" \"html\" NIL NIL NIL \"7bit\" 11 1) \"alternative\")", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no header at all")]
    [InlineData("\r\n\r\n")]
    [InlineData("\0\u0001\u0002\u00ff: \r\n x")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\nno parts here")]
    [InlineData("Content-Type: message/rfc822\r\n\r\n")]
    [InlineData("Content-Type: multipart/mixed\r\nFrom: <<<>>>\r\nDate: never\r\nTo: a:b,c;,,;\r\n\r\n--\r\n")]
    public async Task Bytes_that_are_no_message_get_an_answer_all_the_same(string raw)
    {
        await using var host = await DemoHost.StartAsync();
        host.Store.Append(DemoHost.Ann, "INBOX", System.Text.Encoding.Latin1.GetBytes(raw), [], DateTimeOffset.UnixEpoch);
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync("FETCH 1 (ENVELOPE BODY BODYSTRUCTURE PREVIEW BODY.PEEK[HEADER] BODY.PEEK[1] BODY.PEEK[1.MIME])");
        var search = await line.AskAsync("SEARCH OR TEXT nothing SENTSINCE 1-Jan-2020");

        Assert.EndsWith("OK Done", answer, StringComparison.Ordinal);
        Assert.EndsWith("OK Done", search, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_marks_seen_unless_it_peeks_or_only_examines()
    {
        await using var host = await DemoHost.StartAsync();
        var message = host.Put("one");
        var line = await host.SelectedAsync();

        await line.AskAsync("FETCH 1 BODY.PEEK[]");
        Assert.False(message.Flags.Seen);
        await line.AskAsync("EXAMINE INBOX");
        await line.AskAsync("FETCH 1 BODY[]");
        Assert.False(message.Flags.Seen);
        await line.AskAsync("SELECT INBOX");
        var answer = await line.AskAsync("FETCH 1 BODY[]");

        Assert.True(message.Flags.Seen);
        Assert.Contains("* 1 FETCH (FLAGS (\\Seen))", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_changed_since_answers_only_what_changed()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        var modSeq = host.Put("two").ModSeq;
        host.Store.SetFlags(DemoHost.Ann, "INBOX", 1, ["\\Seen"]);
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync($"UID FETCH 1:* (FLAGS) (CHANGEDSINCE {modSeq})");

        Assert.Contains($"* 1 FETCH (UID 1 FLAGS (\\Seen \\Recent) MODSEQ ({modSeq + 1}))", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("* 2 FETCH", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Macros_and_dates_are_written_as_the_standard_says()
    {
        await using var host = await DemoHost.StartAsync();
        var message = host.Put("one");
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync("FETCH 1 FAST");

        Assert.Equal($"* 1 FETCH (FLAGS (\\Recent) INTERNALDATE \"01-Feb-2026 10:00:00 +0000\" RFC822.SIZE {message.Raw.Length})\nOK Done", answer);
    }

    [Fact]
    public async Task Preview_shows_the_words_of_html()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("html", headers: "Content-Type: text/html\r\n", body: "<style>p{}</style><p>Hello &amp; <b>you</b></p>\r\n");
        var line = await host.SelectedAsync();

        Assert.Contains("PREVIEW \"Hello & you\"", await line.AskAsync("FETCH 1 (PREVIEW)"), StringComparison.Ordinal);
        Assert.Contains("PREVIEW \"Hello & you\"", await line.AskAsync("FETCH 1 (PREVIEW (LAZY))"), StringComparison.Ordinal);
    }
}
