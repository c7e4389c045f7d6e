namespace Pannier.Bench;

/// <summary>Opening a newsletter of 200 KB: the page with the body read, made safe and put into its view box, then the frame's document out of that box.</summary>
internal static class OpenRow
{
    private const int Rounds = 100;
    private const int Warm = 100; // as in UnreadRow

    public static async Task RunAsync(Provider provider, SiteProcess site)
    {
        RowsRun.Head();
        RowsRun.Say("opening newsletters");
        const int user = 7;
        var cookie = await site.PersonAsync("opens", site.ImapPort, Provider.User(user));
        await site.PassesAsync(cookie, 300);
        using var visitor = new Visitor(site.Port, cookie);
        await visitor.ListAsync();
        using var line = await provider.OpenAsync(user);
        for (var round = 0; round < Warm; round++) await visitor.OpenAsync(Act.Large(round));
        var (whole, raw) = await Times.InTurnsAsync(Rounds, round => visitor.OpenAsync(Act.Large(round)), TimeSpan.Zero, round => Act.OpenAsync(line, Act.Large(round), "TEXT"));
        RowsRun.Print("open 200 KB HTML, not in memory", whole, raw, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p95 {raw.P95 + 25:0} ms: raw + 25 ms"));
        if (visitor.ShownAsText > 0) Console.WriteLine($"\n{visitor.ShownAsText} were shown as text, being late.");
        var cpu = new Cpu(site.Process);
        for (var round = 0; round < Rounds; round++) await visitor.OpenAsync(Act.Large(round));
        Console.WriteLine($"\nOne after the other with nothing between: {cpu.Milliseconds() / Rounds:0.0} ms of the product's CPU each.");

        string frame = "";
        var framed = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            frame = await visitor.FrameOfAsync(Act.Large(round));
            framed.Add((await Times.TakeAsync([visitor], 1, (one, _) => one.ReadPageAsync(frame))).P50);
        }

        var document = Times.Of(framed);
        Console.WriteLine($"\nIts document alone, out of the view box in memory: p50 {document.P50:0.00} ms, p95 {document.P95:0.00} ms (target p95 25 ms).");
    }
}
