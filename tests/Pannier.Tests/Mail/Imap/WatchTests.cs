using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Tests.Demo;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

/// <summary>A line held for news is nobody's loss.</summary>
public sealed class WatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_given_up_when_somebody_would_have_to_wait_for_a_line()
    {
        await using var host = await DemoHost.StartAsync();
        await using var store = ImapStores.Open(host.Provider.ImapPort, DemoHost.Ann, DemoHost.Password, options: new ImapOptions { Connections = 1 });
        var watching = store.WatchAsync(new MailboxName("INBOX", '/'), TimeSpan.FromMinutes(20), Cancellation);
        while (store.Health.Open == 0) await Task.Delay(10, Cancellation);

        var mailboxes = await store.Use(c => c.ListMailboxesAsync(Cancellation)).WaitAsync(TimeSpan.FromSeconds(15), Cancellation);

        Assert.NotEmpty(mailboxes);
        Assert.Empty(await watching);
    }

    [Fact]
    public async Task It_rings_for_what_comes_and_ends_with_who_listens()
    {
        await using var host = await DemoHost.StartAsync();
        await using var store = ImapStores.Open(host.Provider.ImapPort, DemoHost.Ann, DemoHost.Password);
        var watching = store.WatchAsync(new MailboxName("INBOX", '/'), TimeSpan.FromMinutes(20), Cancellation);
        while (!watching.IsCompleted)
        {
            host.Put("news");
            await Task.WhenAny(watching, Task.Delay(200, Cancellation));
        }

        Assert.NotEmpty(await watching);
        using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.WatchAsync(new MailboxName("INBOX", '/'), TimeSpan.FromMinutes(20), leaves.Token));
    }
}
