namespace Pannier.Tests.Demo.Imap;

public sealed class SearchTests
{
    [Theory]
    [InlineData("ALL", "1 2 3")]
    [InlineData("2:*", "2 3")]
    [InlineData("*", "3")]
    [InlineData("NOT 2", "1 3")]
    [InlineData("UID 3,1", "1 3")]
    [InlineData("SEEN", "2")]
    [InlineData("UNSEEN UNFLAGGED", "1")]
    [InlineData("OR SEEN FLAGGED", "2 3")]
    [InlineData("(OR SEEN FLAGGED) NOT SEEN", "3")]
    [InlineData("KEYWORD $WORK", "2")]
    [InlineData("UNKEYWORD $work", "1 3")]
    [InlineData("RECENT", "1 2 3")]
    [InlineData("NEW", "1 3")]
    [InlineData("OLD", "")]
    [InlineData("SUBJECT apple", "2")]
    [InlineData("SUBJECT \"\"", "1 2 3")]
    [InlineData("CHARSET UTF-8 SUBJECT {7+}\r\nZüRICH", "1")]
    [InlineData("FROM bob TO ann", "1 2 3")]
    [InlineData("CC carol", "2")]
    [InlineData("BCC dora", "3")]
    [InlineData("HEADER X-Kind odd", "3")]
    [InlineData("HEADER X-Kind \"\"", "3")]
    [InlineData("BODY noon", "1")]
    [InlineData("BODY naïve", null)]
    [InlineData("TEXT x-kind", "3")]
    [InlineData("TEXT noon", "1")]
    [InlineData("LARGER 400", "3")]
    [InlineData("SMALLER 400", "1 2")]
    [InlineData("BEFORE 1-Feb-2026", "")]
    [InlineData("SINCE 1-Feb-2026", "1 2 3")]
    [InlineData("ON \"01-Feb-2026\"", "1 2 3")]
    [InlineData("SENTON 1-Feb-2026 SENTBEFORE 2-Feb-2026 SENTSINCE 31-Jan-2026", "1 2 3")]
    [InlineData("NONSENSE", null)]
    [InlineData("OR SEEN", null)]
    [InlineData("(SEEN", null)]
    [InlineData("BEFORE yesterday", null)]
    public async Task Finds(string keys, string? numbers)
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("=?utf-8?q?Z=C3=BCrich?= trip", body: "The train leaves at noon\r\n");
        host.Put("apples", flags: ["\\Seen", "$Work"], headers: "Cc: Carol <c@demo.test>\r\n");
        host.Put("pears", flags: ["\\Flagged"], headers: "X-Kind: very odd\r\nBcc: dora@demo.test\r\n", body: new string('x', 400));
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync("SEARCH " + keys);

        if (numbers is null)
            Assert.StartsWith("BAD", answer, StringComparison.Ordinal);
        else
            Assert.Equal($"* SEARCH {numbers}".TrimEnd() + "\nOK Done", answer);
    }

    [Fact]
    public async Task Returns_what_is_asked_for_and_no_more()
    {
        await using var host = await DemoHost.StartAsync();
        foreach (var number in Enumerable.Range(1, 5))
            host.Put($"m{number}", flags: number == 4 ? ["\\Seen"] : []);
        var line = await host.SelectedAsync();

        Assert.Equal("* ESEARCH (TAG \"t3\") UID MIN 1 MAX 5 COUNT 4 ALL 1:3,5\nOK Done", await line.AskAsync("UID SEARCH RETURN (MIN MAX COUNT ALL) UNSEEN"));
        Assert.Equal("* ESEARCH (TAG \"t4\") COUNT 0\nOK Done", await line.AskAsync("SEARCH RETURN (COUNT MIN) DELETED"));
        Assert.Equal("* ESEARCH (TAG \"t5\") ALL 4\nOK Done", await line.AskAsync("SEARCH RETURN () SEEN"));
    }

    [Fact]
    public async Task Searches_by_modseq_and_tells_the_highest()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        var last = host.Put("two").ModSeq;
        var line = await host.SelectedAsync();

        Assert.Equal($"* SEARCH 2 (MODSEQ {last})\nOK Done", await line.AskAsync($"SEARCH MODSEQ {last}"));
        Assert.Equal("* SEARCH\nOK Done", await line.AskAsync($"SEARCH MODSEQ \"/flags/\\\\draft\" all {last + 1}"));
    }

    [Fact]
    public async Task Refuses_a_character_set_it_can_not_read()
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.SelectedAsync();

        Assert.StartsWith("NO [BADCHARSET", await line.AskAsync("SEARCH CHARSET KOI8-R ALL"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(SUBJECT) UTF-8 ALL", "2 1 3")]
    [InlineData("(REVERSE SUBJECT) UTF-8 ALL", "3 1 2")]
    [InlineData("(SIZE) UTF-8 ALL", "3 2 1")]
    [InlineData("(REVERSE ARRIVAL) UTF-8 ALL", "1 2 3")]
    [InlineData("(FROM REVERSE SIZE) UTF-8 UNSEEN", "1 2 3")]
    [InlineData("(DATE) US-ASCII 1:2", "1 2")]
    public async Task Sorts(string command, string numbers)
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("Re: [list] beans", body: new string('x', 90));
        host.Put("Apples", body: new string('x', 50));
        host.Put("Fwd: chard (fwd)", body: "x");
        var line = await host.SelectedAsync();

        Assert.Equal($"* SORT {numbers}\nOK Done", await line.AskAsync("SORT " + command));
    }
}
