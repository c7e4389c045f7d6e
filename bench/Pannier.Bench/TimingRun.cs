using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Crypto;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>Whether the time of a refusal tells a name that somebody has from one that nobody has: the same wrong tries for both, in random order, compared by ranks.</summary>
internal static partial class TimingRun
{
    private const int People = 10;
    private const int WarmUp = 20;

    /// <param name="tries">For each kind of name, and each way in.</param>
    public static async Task RunAsync(int tries)
    {
        using var directory = new TempDirectory();
        var origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort.Next()}");
        var site = Site.Build(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory.File("data"),
            ["Listen:Port"] = new Uri(origin).Port.ToString(CultureInfo.InvariantCulture),
            ["Site:PublicOrigins:0"] = origin,
            ["Throttle:FreeTriesFromAddress"] = "10000",
            ["Throttle:FreeTriesAtSite"] = "1000000",
            ["HumanCheck:Kind"] = "None",
        }).Build());
        await using var app = site.App;
        await site.StartAsync(CancellationToken.None);
        var registering = new Registering(app.Services);
        for (var at = 0; at < People; at++) await registering.RegisterAsync(Name(at), 993, []);

        Console.WriteLine($"\n## Names told by time\n\nWrong tries at names that somebody has and at names that nobody has, {tries} of each in random order, over HTTP on loopback. \"Longer\" is how often one of the first takes longer than one of the second: 0.50 tells nothing.\n");
        Console.WriteLine("| way in | known, p50 ms | unknown, p50 ms | difference of medians, ms (95 %) | longer | p (Mann-Whitney) |\n|---|--:|--:|--:|--:|--:|");
        var throttle = app.Services.GetRequiredService<Throttle>();
        await MeasureAsync(origin, throttle, "password", tries, "/sign-in", "name={0}&password=not+anybody%27s+password");
        await MeasureAsync(origin, throttle, "recovery key", tries, "/recover", $"name={{0}}&key={Uri.EscapeDataString(RecoveryKey.New().Reveal())}&password=another+password+7&again=another+password+7");
        await app.StopAsync();
    }

    private static async Task MeasureAsync(string origin, Throttle throttle, string way, int tries, string path, string form)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(origin) };
        using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
        var csrf = Uri.EscapeDataString(WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value));
        http.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var (known, unknown) = (new List<double>(), new List<double>());
        var order = Enumerable.Range(0, tries * 2).Select(at => at < tries).ToArray();
        new Random(7).Shuffle(order); // the same order each time it is run
        for (var at = -WarmUp; at < order.Length; at++)
        {
            var isKnown = at >= 0 && order[at];
            var name = isKnown ? Name(known.Count % People) : string.Create(CultureInfo.InvariantCulture, $"nobody-{way[..4]}-{at + WarmUp}");
            using var body = new StringContent($"csrf={csrf}&{form.Replace("{0}", name, StringComparison.Ordinal)}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
            var since = Stopwatch.GetTimestamp();
            using var reply = await http.PostAsync(new Uri(path, UriKind.Relative), body);
            await reply.Content.ReadAsByteArrayAsync();
            var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            if (reply.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.UnprocessableEntity)) throw new InvalidOperationException($"{way}: {name} was answered {reply.StatusCode}");
            if (at >= 0) (isKnown ? known : unknown).Add(took);
            await throttle.ForgetAsync(SignInName.Read(name)!.Key, CancellationToken.None); // so that no try has to wait
        }

        Console.WriteLine(TwoSamples.Compare(known, unknown).Row(way));
    }

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"somebody-{at}");

    [GeneratedRegex("name=\"csrf\" (?:value|content)=\"([^\"]+)\"")]
    private static partial Regex Token();
}
