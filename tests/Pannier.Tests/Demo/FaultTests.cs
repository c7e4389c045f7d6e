using Microsoft.Extensions.Time.Testing;

using Pannier.Demo;

namespace Pannier.Tests.Demo;

public sealed class FaultTests
{
    [Theory]
    [InlineData("UIDPLUS", "UID EXPUNGE 1")]
    [InlineData("MOVE", "MOVE 1 Trash")]
    [InlineData("MOVE", "UID MOVE 1 Trash")]
    [InlineData("CONDSTORE", "FETCH 1 MODSEQ")]
    [InlineData("CONDSTORE", "SELECT INBOX (CONDSTORE)")]
    [InlineData("CONDSTORE", "SEARCH MODSEQ 1")]
    [InlineData("QRESYNC", "SELECT INBOX (QRESYNC (1 1))")]
    [InlineData("ESEARCH", "SEARCH RETURN (COUNT) ALL")]
    [InlineData("SORT", "SORT (DATE) UTF-8 ALL")]
    [InlineData("IDLE", "IDLE")]
    [InlineData("LIST-EXTENDED", "LIST \"\" * RETURN (CHILDREN)")]
    [InlineData("QUOTA", "GETQUOTAROOT INBOX")]
    [InlineData("PREVIEW", "FETCH 1 PREVIEW")]
    [InlineData("UNSELECT", "UNSELECT")]
    [InlineData("NAMESPACE", "NAMESPACE")]
    public async Task A_withheld_capability_is_neither_offered_nor_obeyed_by_new_lines(string capability, string command)
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        var old = await host.SelectedAsync();

        host.Faults.Withhold(capability);
        var line = await host.SelectedAsync();

        Assert.Contains($" {capability}", await old.AskAsync("CAPABILITY"), StringComparison.Ordinal);
        Assert.DoesNotContain($" {capability} ", await line.AskAsync("CAPABILITY") + " ", StringComparison.Ordinal);
        Assert.StartsWith("BAD", await line.AskAsync(command), StringComparison.Ordinal);
        host.Faults.Offer(capability);
        Assert.Contains($" {capability}", await (await host.SignedInAsync()).AskAsync("CAPABILITY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_special_use_the_list_says_nothing_of_uses_and_without_uidplus_no_uids_are_told()
    {
        await using var host = await DemoHost.StartAsync(new DemoOptions { Withheld = ["SPECIAL-USE", "UIDPLUS"] });
        host.Put("one");
        var line = await host.SelectedAsync();

        Assert.DoesNotContain("\\Sent", await line.AskAsync("LIST \"\" *"), StringComparison.Ordinal);
        Assert.Equal("OK Copied", await line.AskAsync("COPY 1 Archive"));
        Assert.EndsWith("OK Kept", await line.AskAsync("APPEND INBOX {2+}\r\nhi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_waits_for_the_delay_on_the_given_clock()
    {
        var clock = new FakeTimeProvider();
        await using var host = await DemoHost.StartAsync(new DemoOptions(), clock);
        var line = await host.ImapAsync();
        host.Faults.Delay = TimeSpan.FromMinutes(5);

        var answer = line.AskAsync("NOOP");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(answer.IsCompleted);
        while (!answer.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal("OK Done", await answer);
    }

    [Fact]
    public async Task The_line_drops_after_so_many_commands()
    {
        await using var host = await DemoHost.StartAsync();
        host.Faults.DropImapAfter(2);
        host.Faults.DropSmtpAfter(1);
        var (imap, smtp) = (await host.ImapAsync(), await host.RawSmtpAsync());

        Assert.Equal("OK Done", await imap.AskAsync("NOOP"));
        Assert.Equal("OK Done", await imap.AskAsync("NOOP"));
        Assert.Equal("", await imap.AskAsync("NOOP"));
        Assert.StartsWith("250", await smtp.SayAsync("NOOP"), StringComparison.Ordinal);
        Assert.Equal("", await smtp.SayAsync("NOOP"));
        host.Faults.Clear();
        Assert.Equal("OK Done", await (await host.ImapAsync()).AskAsync("NOOP"));
    }

    [Fact]
    public async Task The_line_drops_in_the_middle_of_one_answer()
    {
        await using var host = await DemoHost.StartAsync();
        var message = host.Put("one", body: new string('x', 5000));
        host.Faults.DropInAnswerTo("FETCH");
        var line = await host.SelectedAsync();

        var half = await line.AskAsync("UID FETCH 1 BODY.PEEK[]");

        Assert.StartsWith("* 1 FETCH", half, StringComparison.Ordinal);
        Assert.DoesNotContain("OK", half, StringComparison.Ordinal);
        Assert.InRange(half.Length, 1, message.Raw.Length - 1000);
        Assert.EndsWith("OK Done", await (await host.SelectedAsync()).AskAsync("UID FETCH 1 BODY.PEEK[]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_lines_drop_at_once()
    {
        await using var host = await DemoHost.StartAsync();
        var (one, other) = (await host.SelectedAsync(), await host.RawSmtpAsync());

        host.Faults.DropAll();

        Assert.Null(await one.ReadLineAsync());
        Assert.Null(await other.ReadLineAsync());
    }

    [Fact]
    public async Task Logins_are_refused_with_the_text_given()
    {
        await using var host = await DemoHost.StartAsync();
        host.Faults.RefusedLogins = "[UNAVAILABLE] The directory is away";
        var (imap, smtp) = (await host.ImapAsync(), await host.RawSmtpAsync());
        await smtp.SayAsync("EHLO test");

        Assert.Equal("NO [UNAVAILABLE] The directory is away", await imap.AskAsync($"LOGIN {DemoHost.Ann} \"{DemoHost.Password}\""));
        Assert.StartsWith("535", await smtp.SayAsync("AUTH PLAIN AGFubkBkZW1vLnRlc3QAY29ycmVjdCBob3JzZQ=="), StringComparison.Ordinal);
        host.Faults.RefusedLogins = null;
        Assert.StartsWith("OK", await imap.AskAsync($"LOGIN {DemoHost.Ann} \"{DemoHost.Password}\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_refused_with_hostile_text_that_stays_on_its_line()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        host.Faults.Refuse("STORE", "<img src=x onerror=alert(1)>\r\n* BYE é");
        var line = await host.SelectedAsync();

        Assert.Equal("NO <img src=x onerror=alert(1)> * BYE é", await line.AskAsync("UID STORE 1 +FLAGS (\\Seen)"));
        host.Faults.Allow("STORE");
        Assert.EndsWith("OK Done", await line.AskAsync("UID STORE 1 +FLAGS (\\Seen)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ceiling_refuses_the_next_sign_in_until_another_leaves()
    {
        await using var host = await DemoHost.StartAsync();
        host.Faults.LimitConnections(1);
        var first = await host.SignedInAsync();
        var second = await host.ImapAsync();

        Assert.StartsWith("NO [LIMIT]", await second.AskAsync($"LOGIN {DemoHost.Ann} \"{DemoHost.Password}\""), StringComparison.Ordinal);
        await first.AskAsync("LOGOUT");
        Assert.Null(await first.ReadLineAsync());
        await host.SignedInAsync();
        host.Faults.CeilingAnswer = CeilingAnswer.Bye;
        var third = await host.ImapAsync();
        Assert.StartsWith("* BYE", await third.AskAsync($"LOGIN {DemoHost.Ann} \"{DemoHost.Password}\""), StringComparison.Ordinal);
        Assert.Null(await third.ReadLineAsync());
    }

    [Fact]
    public async Task A_renumbered_mailbox_says_bye_and_comes_back_under_a_new_validity()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("gone");
        host.Put("one");
        host.Store.Expunge(DemoHost.Ann, "INBOX", [1]);
        var validity = host.Store.Find(DemoHost.Ann, "INBOX")!.UidValidity;
        var line = await host.SelectedAsync();

        host.Faults.ResetUidValidity(DemoHost.Ann, "INBOX");

        Assert.StartsWith("* BYE", await line.AskAsync("NOOP"), StringComparison.Ordinal);
        var inbox = host.Store.Find(DemoHost.Ann, "INBOX")!;
        Assert.True(inbox.UidValidity > validity);
        Assert.Equal([1u], inbox.Messages.Select(message => message.Uid));
        Assert.Contains($"[UIDVALIDITY {inbox.UidValidity}]", await (await host.SignedInAsync()).AskAsync("SELECT INBOX"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clear_text_is_refused_where_the_provider_says_so()
    {
        await using var host = await DemoHost.StartAsync(new DemoOptions { AllowClearText = false });
        var line = await host.ImapAsync();
        var smtp = await host.RawSmtpAsync();

        Assert.Contains("LOGINDISABLED", await line.AskAsync("CAPABILITY"), StringComparison.Ordinal);
        Assert.StartsWith("NO [PRIVACYREQUIRED]", await line.AskAsync($"LOGIN {DemoHost.Ann} x"), StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH", await smtp.SayAsync("EHLO test"), StringComparison.Ordinal);
        Assert.StartsWith("538", await smtp.SayAsync("AUTH PLAIN x"), StringComparison.Ordinal);
        Assert.True((await host.MailKitAsync(MailKit.Security.SecureSocketOptions.StartTls)).IsAuthenticated);
    }
}
