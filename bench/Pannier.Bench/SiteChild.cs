using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Pannier.Bench;

/// <summary>The product in a process of its own, so that its memory is its own. Obeys lines on standard input, answers each on standard output.</summary>
internal static class SiteChild
{
    /// <param name="imapPorts">Of the servers it may speak to; accounts of <c>people</c> are at the first.</param>
    public static async Task<int> RunAsync(string directory, int port, string authority, IReadOnlyList<int> imapPorts)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory,
            ["Listen:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Site:PublicOrigins:0"] = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"),
            ["Egress:Mail:TrustedCertificates:0"] = authority,
        };
        for (var at = 0; at < imapPorts.Count; at++) settings[string.Create(CultureInfo.InvariantCulture, $"Egress:Mail:Allow:{at}")] = string.Create(CultureInfo.InvariantCulture, $"localhost:{imapPorts[at]}");
        var site = Site.Build(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        await using var app = site.App;
        await site.StartAsync(CancellationToken.None);
        var registering = new Registering(app.Services);
        while (await Console.In.ReadLineAsync() is { } asked)
        {
            switch (asked.Split(' '))
            {
                case ["people", var count]:
                    for (var user = 0; user < Number(count); user++) Answer(await registering.RegisterAsync(Provider.User(user), imapPorts[0], [Provider.User(user)]));
                    break;
                case ["person", var name, var imapPort, .. var users]:
                    Answer(await registering.RegisterAsync(name, Number(imapPort), users));
                    break;
                case ["crowd", var from, var count, var accounts]:
                    foreach (var cookie in await registering.CrowdAsync(Number(from), Number(count), imapPorts[0], Number(accounts))) Answer(cookie);
                    break;
                case ["passes", var whose, var seconds]:
                    Answer(await Passes.WatchAsync(app.Services, whose, TimeSpan.FromSeconds(Number(seconds))));
                    break;
                case ["held"]:
                    Answer(Held.Of(app.Services));
                    break;
                case ["memory"]:
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    break;
                default:
                    return 0;
            }

            Answer("done");
        }

        return 0;
    }

    /// <summary>Standard output has the product's log too.</summary>
    private static void Answer(object answer) => Console.WriteLine(SiteProcess.Mark + answer);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
