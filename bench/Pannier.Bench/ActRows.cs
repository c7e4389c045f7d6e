namespace Pannier.Bench;

/// <summary>Flagging and moving as felt, from the POST to its answer, over bare commands that really change something.</summary>
internal static class ActRows
{
    private const int Rounds = 100;
    private const int Warm = 100; // as in UnreadRow
    private static readonly TimeSpan CarriedOut = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(Provider provider, SiteProcess site)
    {
        RowsRun.Head();
        RowsRun.Say("flag and move");
        const int user = 5, raw = 6; // what bare commands change the product need not look at
        var cookie = await site.PersonAsync("acts", site.ImapPort, Provider.User(user));
        await site.PassesAsync(cookie, 300);
        using var visitor = new Visitor(site.Port, cookie);
        await visitor.ListAsync();
        using var own = await provider.OpenAsync(user);
        using var line = await provider.OpenAsync(raw);
        await MeasureAsync(Act.Flag, "1.0");
        await Act.CheckAsync(visitor, own, line);
        await MeasureAsync(Act.Move, "0.2");
        await Act.CheckMovedAsync(own, Warm + Rounds);
        await Act.CheckMovedAsync(line, Warm + Rounds);

        async Task MeasureAsync(Act act, string target)
        {
            for (var round = 0; round < Warm; round++) await act.ProductAsync(visitor, round);
            await Task.Delay(CarriedOut);
            for (var round = 0; round < Warm; round++) await act.RawAsync(line, round);
            var (product, bare) = await Times.InTurnsAsync(Rounds, round => act.ProductAsync(visitor, round), CarriedOut, round => act.RawAsync(line, round));
            RowsRun.Print(act.Name, product, bare, target);
        }
    }
}
