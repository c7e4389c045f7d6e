using System.Globalization;
using System.Text;
using Pannier.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
switch (args)
{
    case ["site", var directory, var port, var authority, .. var imapPorts]:
        return await SiteChild.RunAsync(directory, int.Parse(port, CultureInfo.InvariantCulture), authority, [.. imapPorts.Select(one => int.Parse(one, CultureInfo.InvariantCulture))]);
    case ["corpus", var folder]:
        await CorpusRun.RunAsync(folder);
        return 0;
    case ["bombs"]:
        await BombRun.RunAsync();
        return 0;
    case ["growth", var plot]:
        await GrowthRun.RunAsync(plot);
        return 0;
    case ["demo", var accounts, var messages, var authorityFile]:
        return await DemoChild.RunAsync(int.Parse(accounts, CultureInfo.InvariantCulture), int.Parse(messages, CultureInfo.InvariantCulture), authorityFile);
    case ["users", .. var people] when people is [] or [_]:
        await UsersRun.RunAsync(people is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1_000);
        return 0;
    case ["timing", .. var tries] when tries is [] or [_]:
        await TimingRun.RunAsync(tries is [var each] ? int.Parse(each, CultureInfo.InvariantCulture) : 400);
        return 0;
    case ["rows", .. var wanted]:
        await RowsRun.RunAsync(wanted);
        return 0;
    case []:
        await FullRun.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: Pannier.Bench             all measures against Dovecot\n       Pannier.Bench corpus DIR  parse and sanitise real mail\n       Pannier.Bench bombs       hostile bodies\n       Pannier.Bench rows        further measures against Dovecot\n       Pannier.Bench users N     many people at the demo provider\n       Pannier.Bench timing N    whether refusals tell names by their time\n       Pannier.Bench growth FILE the mirror alone, by size; draws FILE");
        return 2;
}
