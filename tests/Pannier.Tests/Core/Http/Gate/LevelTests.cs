using System.Text;
using System.Text.RegularExpressions;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http.Gate;

/// <summary>
/// Every route, asked by a stranger, by somebody whose password alone was given, by a member, by one who has just given it again,
/// and by an administrator. The table is read when it changes; that nobody gets further than the route says is checked here.
/// </summary>
public sealed partial class LevelTests
{
    private static readonly string[] Who = ["stranger", "password", "member", "recent", "administrator"];

    [Fact]
    public async Task Nobody_gets_further_than_a_route_lets_them()
    {
        await using var site = await TestSite.StartAsync(null, ("HumanCheck:Kind", "None"));
        await using var strict = await TestSite.StartAsync(null, ("HumanCheck:Kind", "None"), ("SecondFactor:Required", "Everybody"));
        foreach (var (at, name, role) in ((TestSite, string, Role)[])[(site, "bob", Role.Member), (site, "ada", Role.Administrator), (strict, "bob", Role.Member)]) (await at.RegisteredAsync(name, role)).Dispose();
        var (table, browsers, acted) = (new StringBuilder(), new Dictionary<string, TestBrowser>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var route in site.Routes.OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal))
        {
            if (route.Path == "/events") continue; // goes on for ever; GateTests asks who may
            var statuses = new List<int>();
            foreach (var who in Who)
            {
                if (!browsers.TryGetValue(who, out var browser) || (acted.Remove(who) && !await IsStillInAsync(browser, who)))
                {
                    browser?.Dispose();
                    browser = browsers[who] = await EnterAsync(who == "password" ? strict : site, who);
                }

                statuses.Add(await AskAsync(browser, route));
                if (route.Method == "POST") acted.Add(who);
            }

            Check(route, statuses);
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{route.Method,-5}{route.Path,-48}{string.Join(' ', statuses)}\n");
        }

        foreach (var browser in browsers.Values) browser.Dispose();
        Golden.Match($"{"",-53}{string.Join(' ', Who)}\n" + table, "Core/Http/levels.txt");
    }

    private static void Check(ModuleRoute route, IReadOnlyList<int> statuses)
    {
        var level = route.Level;
        Assert.True(level == SignInLevel.Anonymous || IsKeptOut(statuses[0]), $"{route.Method} {route.Path}: a stranger got {statuses[0]}");
        Assert.True(level <= SignInLevel.PasswordGiven || IsKeptOut(statuses[1]), $"{route.Method} {route.Path}: a password alone got {statuses[1]}");
        Assert.True(level <= SignInLevel.Full || IsKeptOut(statuses[2]), $"{route.Method} {route.Path}: without the password again {statuses[2]}");
        Assert.True(route.Role == Role.Member || statuses is [_, _, 403 or 401 or 303, 403, not 403], $"{route.Method} {route.Path}: {string.Join(' ', statuses)}");
    }

    private static bool IsKeptOut(int status) => status is 303 or 401;

    /// <summary>Some acts end a session or begin another; the token is fetched anew in any case.</summary>
    private static async Task<bool> IsStillInAsync(TestBrowser browser, string who) => who switch
    {
        "stranger" => (await browser.GetAsync("/sign-in")).Status == 200,
        "password" => (await browser.GetAsync("/second-factor/set-up")).Status == 200,
        "member" => (await browser.GetAsync("/settings")).Status == 200,
        _ => (await browser.GetAsync("/settings")).Status == 200 && (await browser.GetAsync("/settings/passkeys/add")).Status == 200,
    };

    private static async Task<TestBrowser> EnterAsync(TestSite site, string who)
    {
        if (who == "stranger")
        {
            var stranger = site.Browser();
            await stranger.GetAsync("/sign-in");
            return stranger;
        }

        var browser = await site.SignedInAsync(who == "administrator" ? "ada" : "bob");
        if (who is not ("recent" or "administrator")) return browser;
        Assert.Equal(303, (await browser.PostAsync("/confirm", ("current", TestSite.Password))).Status);
        await browser.GetAsync("/settings");
        return browser;
    }

    private static async Task<int> AskAsync(TestBrowser browser, ModuleRoute route)
    {
        var path = Filled(route.Path);
        var reply = route.Method == "POST" ? await browser.PostAsync(path)
            : route.Answer == AnswerClass.Bytes ? await browser.GetAsync(path, ("Sec-Fetch-Site", "same-origin"))
            : await browser.GetAsync(path);
        return reply.Status;
    }

    /// <summary>With values that can be read and name nothing of theirs.</summary>
    private static string Filled(string path) => Hole().Replace(
        path.Replace("{key}", "0000000000000001-0000000000000002-3-4", StringComparison.Ordinal)
            .Replace("{scope}", "inbox", StringComparison.Ordinal)
            .Replace("{section}", "1", StringComparison.Ordinal)
            .Replace("{token}", new string('a', 43), StringComparison.Ordinal),
        "0000000000000001");

    [GeneratedRegex("{[a-z]+}")]
    private static partial Regex Hole();
}
