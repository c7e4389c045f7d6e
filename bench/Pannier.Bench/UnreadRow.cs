namespace Pannier.Bench;

/// <summary>The combined view of what is unread in five accounts of 50,000 messages, over the same asked of five warm connections at once.</summary>
internal static class UnreadRow
{
    private const int Accounts = 5;
    private const int Rounds = 100;
    private const int Alone = 500;
    private const int Warm = 400; // the raw lines are warm, and so is a site that runs: its code is compiled to the end

    public static async Task RunAsync(Provider provider, SiteProcess site)
    {
        RowsRun.Head();
        RowsRun.Say("unread of five accounts");
        var users = Enumerable.Range(0, Accounts).Select(Provider.User).ToList();
        var cookie = await site.PersonAsync("five", site.ImapPort, users);
        var passes = await site.PassesAsync(cookie, 300);
        if (passes.Structures == 0) RowsRun.Say("attachment marks are still being read in");
        using var visitor = new Visitor(site.Port, cookie);
        var lines = new List<ImapLine>();
        for (var user = 0; user < Accounts; user++) lines.Add(await provider.OpenAsync(user));
        await Times.TakeAsync([visitor], Warm, (one, _) => one.UnreadAsync());
        var (product, raw) = await Times.InTurnsAsync(Rounds, _ => visitor.UnreadAsync(), TimeSpan.Zero, _ => Task.WhenAll(lines.Select(Act.UnreadAsync)));
        RowsRun.Print("unread of 5 accounts, fragment", product, raw, "0.3");
        Console.WriteLine($"\nOne after the other with nothing between, {Alone} each: unread {await AloneAsync(one => one.UnreadAsync())}; the combined inbox {await AloneAsync(one => one.FragmentAsync())}.");
        lines.ForEach(line => line.Dispose());

        async Task<string> AloneAsync(Func<Visitor, Task> askAsync)
        {
            var cpu = new Cpu(site.Process);
            var times = await Times.TakeAsync([visitor], Alone, (one, _) => askAsync(one));
            return $"p50 {times.P50:0.00} ms, {cpu.Milliseconds() / Alone:0.00} ms of the product's CPU";
        }
    }
}
