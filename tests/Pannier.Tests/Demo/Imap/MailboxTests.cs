using MailKit;

namespace Pannier.Tests.Demo.Imap;

public sealed class MailboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_with_line_ends_quotes_and_brackets_goes_there_and_back()
    {
        await using var host = await DemoHost.StartAsync();
        const string Name = "a\" {3}\r\n<b>";
        var line = await host.SignedInAsync();

        var made = await line.AskAsync("CREATE \"a\\\" {3}&AA0ACg-<b>\"");
        var listed = await line.AskAsync("LIST \"\" \"a*\"");
        var client = await host.MailKitAsync();
        var folders = await client.GetFoldersAsync(client.PersonalNamespaces[0], false, Cancellation);

        Assert.StartsWith("OK", made, StringComparison.Ordinal);
        Assert.NotNull(host.Store.Find(DemoHost.Ann, Name));
        Assert.Contains("\"/\" \"a\\\" {3}&AA0ACg-<b>\"", listed, StringComparison.Ordinal);
        var folder = Assert.Single(folders, folder => folder.FullName == Name);
        await folder.OpenAsync(FolderAccess.ReadWrite, Cancellation);
    }

    [Theory]
    [InlineData("CREATE \"\"", "NO")]
    [InlineData("CREATE \"a//b\"", "NO")]
    [InlineData("CREATE \"&ZZ\"", "BAD")]
    [InlineData("CREATE \"&AGE-\"", "BAD")]
    [InlineData("CREATE inbox", "NO [ALREADYEXISTS]")]
    [InlineData("CREATE Sent2 (USE (\\Sent))", "NO [USEATTR]")]
    [InlineData("CREATE new (USE (\\Nonsense))", "NO [USEATTR]")]
    [InlineData("DELETE INBOX", "NO [CANNOT]")]
    [InlineData("DELETE nothing", "NO [NONEXISTENT]")]
    [InlineData("RENAME nothing new", "NO [NONEXISTENT]")]
    [InlineData("RENAME Archive Trash", "NO [ALREADYEXISTS]")]
    [InlineData("RENAME Archive Archive/deeper", "NO [CANNOT]")]
    [InlineData("SELECT nothing", "NO [NONEXISTENT]")]
    [InlineData("STATUS nothing (MESSAGES)", "NO [NONEXISTENT]")]
    public async Task Refuses_what_can_not_be(string command, string refusal)
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.SignedInAsync();

        Assert.StartsWith(refusal, await line.AskAsync(command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Creates_with_a_use_and_deletes_leaving_the_children()
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.SignedInAsync();

        await line.AskAsync("CREATE all (USE (\\All))");
        await line.AskAsync("CREATE a/b");
        await line.AskAsync("DELETE a");

        Assert.Contains("* LIST (\\HasNoChildren \\All) \"/\" \"all\"", await line.AskAsync("LIST \"\" all"), StringComparison.Ordinal);
        Assert.Contains("* LIST (\\Noselect \\HasChildren) \"/\" \"a\"", await line.AskAsync("LIST \"\" a"), StringComparison.Ordinal);
        Assert.StartsWith("NO", await line.AskAsync("SELECT a"), StringComparison.Ordinal);
        Assert.StartsWith("NO [INUSE]", await line.AskAsync("DELETE a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renaming_the_inbox_moves_its_mail_and_keeps_it()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        var line = await host.SignedInAsync();

        await line.AskAsync("RENAME INBOX old");

        Assert.Empty(host.Store.Find(DemoHost.Ann, "INBOX")!.Messages);
        Assert.Single(host.Store.Find(DemoHost.Ann, "old")!.Messages);
    }

    [Theory]
    [InlineData("LIST \"\" %", "Archive Drafts INBOX Junk Sent Trash a")]
    [InlineData("LIST \"\" a/%", "a/b")]
    [InlineData("LIST a/ %", "a/b")]
    [InlineData("LIST \"\" *c", "a/b/c")]
    [InlineData("LIST \"\" inbox", "INBOX")]
    [InlineData("LIST \"\" ((a Trash))", null)]
    [InlineData("LIST \"\" (a Trash)", "Trash a")]
    [InlineData("LIST (SUBSCRIBED) \"\" *", "Archive Drafts INBOX Junk Sent Trash a/b/c")]
    [InlineData("LIST (SPECIAL-USE) \"\" *", "Archive Drafts Junk Sent Trash")]
    [InlineData("LIST (SUBSCRIBED RECURSIVEMATCH) \"\" a", "a")]
    [InlineData("LSUB \"\" %", "Archive Drafts INBOX Junk Sent Trash a")]
    [InlineData("LSUB \"\" *c", "a/b/c")]
    public async Task Lists_by_pattern(string command, string? names)
    {
        await using var host = await DemoHost.StartAsync();
        host.Store.CreateMailbox(DemoHost.Ann, "a/b/c");
        var line = await host.SignedInAsync();

        var answer = await line.AskAsync(command);

        var found = answer.Split('\n').Where(each => each[0] == '*').Select(each => each.Split("\"/\" ")[1].Split('"')[1]).Order(StringComparer.Ordinal);
        if (names is null)
            Assert.StartsWith("BAD", answer, StringComparison.Ordinal);
        else
            Assert.Equal(names, string.Join(' ', found));
    }

    [Fact]
    public async Task Lists_with_the_status_of_each_in_one_answer()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        host.Put("two", flags: ["\\Seen"]);
        var line = await host.SignedInAsync();

        var answer = await line.AskAsync("LIST \"\" (INBOX Sent) RETURN (SPECIAL-USE SUBSCRIBED CHILDREN STATUS (MESSAGES UNSEEN UIDNEXT))");

        Assert.Equal(
            "* LIST (\\HasNoChildren \\Subscribed) \"/\" \"INBOX\"\n* STATUS \"INBOX\" (MESSAGES 2 UNSEEN 1 UIDNEXT 3)\n"
            + "* LIST (\\HasNoChildren \\Sent \\Subscribed) \"/\" \"Sent\"\n* STATUS \"Sent\" (MESSAGES 0 UNSEEN 0 UIDNEXT 1)\nOK Done",
            answer);
    }

    [Fact]
    public async Task A_quota_is_told_and_kept()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one", body: new string('x', 1500));
        host.Faults.SetQuota(DemoHost.Ann, 2048);
        var line = await host.SelectedAsync();

        Assert.Contains("* QUOTA \"\" (STORAGE 2 2)", await line.AskAsync("GETQUOTAROOT INBOX"), StringComparison.Ordinal);
        Assert.StartsWith("NO [OVERQUOTA]", await line.AskAsync("COPY 1 Archive"), StringComparison.Ordinal);
        Assert.StartsWith("NO [OVERQUOTA]", await line.AskAsync("APPEND INBOX {900+}\r\n" + new string('x', 900)), StringComparison.Ordinal);
        host.Faults.SetQuota(DemoHost.Ann, null);
        Assert.Contains("OK [COPYUID", await line.AskAsync("COPY 1 Archive"), StringComparison.Ordinal);
    }
}
