namespace Pannier.Tests.Demo.Imap;

public sealed class SessionNewsTests
{
    [Fact]
    public async Task No_number_shifts_while_a_session_works_by_number()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        host.Put("two");
        var (here, there) = (await host.SelectedAsync(), await host.SelectedAsync());
        await there.AskAsync("STORE 1 +FLAGS.SILENT (\\Deleted)");
        await there.AskAsync("EXPUNGE");

        var fetched = await here.AskAsync("FETCH 2 UID");
        var searched = await here.AskAsync("SEARCH ALL");
        var stored = await here.AskAsync("STORE 1:2 +FLAGS (\\Seen)");
        var told = await here.AskAsync("NOOP");

        Assert.StartsWith("* 2 FETCH (UID 2)", fetched, StringComparison.Ordinal);
        Assert.DoesNotContain("EXPUNGE", fetched + searched + stored, StringComparison.Ordinal);
        Assert.Contains("* SEARCH 1 2", searched, StringComparison.Ordinal);
        Assert.Equal("* 1 EXPUNGE\nOK Done", told);
        Assert.Contains("* 1 FETCH (UID 2)", await here.AskAsync("FETCH 1 UID"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removals_are_told_so_that_the_numbers_work_out()
    {
        await using var host = await DemoHost.StartAsync();
        foreach (var number in Enumerable.Range(1, 6))
            host.Put($"m{number}");
        var line = await host.SelectedAsync();
        host.Store.Expunge(DemoHost.Ann, "INBOX", [2, 3, 6]);
        host.Put("m7");

        var told = await line.AskAsync("NOOP");

        Assert.Equal("* 6 EXPUNGE\n* 3 EXPUNGE\n* 2 EXPUNGE\n* 4 EXISTS\n* 4 RECENT\nOK Done", told);
        Assert.Contains("* SEARCH 1 4 5 7", await line.AskAsync("UID SEARCH ALL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_set_elsewhere_are_told_here_and_not_there()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one", flags: ["\\Seen"]);
        var (here, there) = (await host.SelectedAsync(), await host.SelectedAsync());

        var own = await there.AskAsync("STORE 1 +FLAGS.SILENT ($Work)");
        var told = await here.AskAsync("NOOP");

        Assert.Equal("OK Done", own);
        Assert.Contains("FETCH (FLAGS ($Work \\Seen", told, StringComparison.Ordinal);
        Assert.Equal("OK Done", await here.AskAsync("NOOP"));
    }

    [Fact]
    public async Task Uid_expunge_leaves_the_marks_of_others()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("mine", flags: ["\\Deleted"]);
        host.Put("theirs", flags: ["\\Deleted"]);
        var line = await host.SelectedAsync();

        Assert.Equal("* 1 EXPUNGE\nOK Done", await line.AskAsync("UID EXPUNGE 1"));
        Assert.Single(host.Store.Find(DemoHost.Ann, "INBOX")!.Messages);
    }

    [Fact]
    public async Task Close_removes_what_is_marked_and_examine_removes_nothing()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one", flags: ["\\Deleted"]);
        var line = await host.SignedInAsync();

        await line.AskAsync("EXAMINE INBOX");
        Assert.StartsWith("NO", await line.AskAsync("EXPUNGE"), StringComparison.Ordinal);
        Assert.StartsWith("NO", await line.AskAsync("STORE 1 FLAGS ()"), StringComparison.Ordinal);
        await line.AskAsync("CLOSE");
        Assert.Single(host.Store.Find(DemoHost.Ann, "INBOX")!.Messages);
        await line.AskAsync("SELECT INBOX");
        Assert.Equal("OK Done", await line.AskAsync("CLOSE"));

        Assert.Empty(host.Store.Find(DemoHost.Ann, "INBOX")!.Messages);
    }

    [Fact]
    public async Task Store_unchanged_since_leaves_and_names_what_changed()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        var modSeq = host.Put("two").ModSeq;
        var line = await host.SelectedAsync();
        host.Store.SetFlags(DemoHost.Ann, "INBOX", 1, ["\\Flagged"]);

        var answer = await line.AskAsync($"UID STORE 1:2 (UNCHANGEDSINCE {modSeq}) +FLAGS.SILENT (\\Deleted)");

        Assert.EndsWith("OK [MODIFIED 1] Some had changed", answer, StringComparison.Ordinal);
        Assert.Contains($"* 2 FETCH (UID 2 MODSEQ ({modSeq + 2}))", answer, StringComparison.Ordinal);
        Assert.Equal([false, true], host.Store.Find(DemoHost.Ann, "INBOX")!.Messages.Select(message => message.Flags.Deleted));
    }

    [Fact]
    public async Task Move_tells_the_new_uids_before_the_removals()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        host.Put("two");
        var validity = host.Store.Find(DemoHost.Ann, "Trash")!.UidValidity;
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync("UID MOVE 1:2 Trash");

        Assert.Equal($"* OK [COPYUID {validity} 1:2 1:2] Copied\n* 2 EXPUNGE\n* 1 EXPUNGE\nOK Moved", answer);
        Assert.StartsWith("NO [TRYCREATE]", await line.AskAsync("UID MOVE 1:2 nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_takes_flags_date_and_both_kinds_of_literal()
    {
        await using var host = await DemoHost.StartAsync();
        var validity = host.Store.Find(DemoHost.Ann, "Drafts")!.UidValidity;
        var line = await host.SignedInAsync();

        Assert.Equal($"OK [APPENDUID {validity} 1] Kept", await line.AskAsync("APPEND Drafts (\\Draft $x) \" 3-Feb-2026 04:05:06 +0130\" {10+}\r\nA: b\r\n\r\nhi"));
        await line.SendAsync("w1 APPEND Drafts {10}\r\n");
        Assert.StartsWith("+ ", await line.ReadLineAsync(), StringComparison.Ordinal);
        await line.SendAsync("A: b\r\n\r\nho\r\n");
        Assert.Equal($"w1 OK [APPENDUID {validity} 2] Kept", await line.ReadLineAsync());

        var kept = host.Store.Find(DemoHost.Ann, "Drafts")!.Messages;
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, new TimeSpan(1, 30, 0)), kept[0].InternalDate);
        Assert.Equal(["$x", "\\Draft"], kept[0].Flags.All);
        Assert.StartsWith("NO [TRYCREATE]", await line.AskAsync("APPEND nowhere {2+}\r\nhi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_deleted_under_a_session_empties_before_its_eyes()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one", "Archive");
        var line = await host.SelectedAsync("Archive");

        host.Store.DeleteMailbox(DemoHost.Ann, "Archive");

        Assert.Equal("* 1 EXPUNGE\nOK Done", await line.AskAsync("NOOP"));
    }
}
