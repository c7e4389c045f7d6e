namespace Pannier.Tests.Demo.Imap;

/// <summary>QRESYNC (RFC 7162 §3.2).</summary>
public sealed class ResyncTests
{
    [Fact]
    public async Task One_select_tells_what_changed_and_what_vanished_since()
    {
        await using var host = await DemoHost.StartAsync();
        foreach (var number in Enumerable.Range(1, 5)) host.Put($"m{number}");
        var inbox = host.Store.Find(DemoHost.Ann, "INBOX")!;
        var (validity, since) = (inbox.UidValidity, inbox.HighestModSeq);
        host.Store.Expunge(DemoHost.Ann, "INBOX", [2, 3, 5]);
        host.Store.SetFlags(DemoHost.Ann, "INBOX", 4, ["\\Seen"]);
        var line = await host.SignedInAsync();
        await line.AskAsync("ENABLE QRESYNC");

        var told = await line.AskAsync($"SELECT INBOX (QRESYNC ({validity} {since}))");
        var fetched = await line.AskAsync($"UID FETCH 1:3 (FLAGS) (CHANGEDSINCE {since} VANISHED)");
        var anew = await line.AskAsync($"SELECT INBOX (QRESYNC ({validity + 1} {since}))");

        Assert.Contains("* VANISHED (EARLIER) 2:3,5\n", told, StringComparison.Ordinal);
        Assert.Contains("* 2 FETCH (UID 4 FLAGS (\\Seen", told, StringComparison.Ordinal);
        Assert.DoesNotContain("* 1 FETCH", told, StringComparison.Ordinal);
        Assert.Equal("* VANISHED (EARLIER) 2:3\nOK Done", fetched);
        Assert.DoesNotContain("VANISHED", anew, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_is_named_by_uid_once_that_is_asked_for()
    {
        await using var host = await DemoHost.StartAsync();
        foreach (var number in Enumerable.Range(1, 4)) host.Put($"m{number}");
        var (line, other) = (await host.SignedInAsync(), await host.SelectedAsync());
        await line.AskAsync("ENABLE QRESYNC");
        await line.AskAsync("SELECT INBOX");

        host.Store.Expunge(DemoHost.Ann, "INBOX", [1, 2, 4]);

        Assert.Equal("* VANISHED 1:2,4\nOK Done", await line.AskAsync("NOOP"));
        Assert.Equal("* 4 EXPUNGE\n* 2 EXPUNGE\n* 1 EXPUNGE\nOK Done", await other.AskAsync("NOOP"));
        Assert.StartsWith("BAD", await other.AskAsync("SELECT INBOX (QRESYNC (1 1))"), StringComparison.Ordinal);
    }
}
