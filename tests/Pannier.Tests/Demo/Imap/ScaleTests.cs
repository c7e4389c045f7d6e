namespace Pannier.Tests.Demo.Imap;

public sealed class ScaleTests
{
    private const int Many = 50_000;

    [Fact]
    public async Task Fifty_thousand_messages_are_read_changed_and_removed_in_time()
    {
        await using var host = await DemoHost.StartAsync();
        var raw = DemoHost.Letter("one of many");
        for (var number = 0; number < Many; number++)
            host.Store.Append(DemoHost.Ann, "INBOX", raw, [], DateTimeOffset.UnixEpoch.AddMinutes(number));
        var (here, there) = (await host.SelectedAsync(), await host.SelectedAsync());
        var before = Environment.CpuUsage.TotalTime;

        var first = await here.AskAsync("UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)");
        await here.AskAsync("UID STORE 1:* +FLAGS.SILENT (\\Deleted)");
        await there.AskAsync("NOOP");
        await here.AskAsync("EXPUNGE");
        var told = await there.AskAsync("NOOP");

        Assert.Equal(Many, first.Split('\n').Count(line => line[0] == '*'));
        Assert.Equal(Many, told.Split('\n').Count(line => line.EndsWith("EXPUNGE", StringComparison.Ordinal)));
        // Processor time, as the machine may be busy with more than this; quadratic work would take minutes.
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }
}
