using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Views;
using Pannier.Modules.Promises;
using Pannier.Tests.Docs;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Promises;

/// <summary>The public Security page says what is, as this installation is set up, and every test it names is there.</summary>
public sealed class PromisesTests
{
    [Fact]
    public async Task Anybody_may_read_how_each_promise_stands()
    {
        await using var site = await TestSite.StartAsync();
        using var stranger = site.Browser();

        var (browser, server, development) = (await stranger.GetAsync("/security"), await stranger.GetAsync("/security?tab=server"), await stranger.GetAsync("/security?tab=development"));

        Assert.Equal((200, 200, 200, 400), (browser.Status, server.Status, development.Status, (await stranger.GetAsync("/security?tab=x")).Status));
        Assert.Contains(site.Services.GetRequiredService<Assets>().Script.Integrity.Replace("+", "&#x2B;", StringComparison.Ordinal), browser.Body.Replace("+", "&#x2B;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("after 30 minutes without use", browser.Body, StringComparison.Ordinal);
        Assert.Contains(site.Address.GetLeftPart(UriPartial.Authority), browser.Body, StringComparison.Ordinal);
        Assert.Contains("XChaCha20-Poly1305", server.Body, StringComparison.Ordinal);
        Assert.Contains($"{site.Routes.Count} routes take", development.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_site_turns_on_off_or_down_shows()
    {
        await using var site = await TestSite.StartAsync(
            null,
            ("Session:Mismatch", "Ignore"),
            ("Browser:SealResponses", "true"),
            ("Crypto:WithoutLibsodium", "true"),
            ("Egress:Mail:AllowClearText:0", "clear.example.org"));

        var browser = site.Services.GetRequiredService<BrowserPromises>().Now();
        var server = await site.Services.GetRequiredService<ServerPromises>().NowAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PromiseState.Weaker, State(browser, "fingerprint"));
        Assert.Equal((PromiseState.Kept, PromiseState.Off), (State(browser, "sealed-answers"), State(browser, "sealed-cache")));
        Assert.Equal((PromiseState.Weaker, PromiseState.Off), (State(server, "tls"), State(server, "oauth")));
        Assert.Equal("promise.ciphers.here.aes", server.Single(promise => promise.Key == "ciphers").Here?.Key);
        Assert.Equal(Environment.IsPrivilegedProcess ? PromiseState.Weaker : PromiseState.Kept, State(server, "runtime"));
    }

    [Fact]
    public async Task Every_test_it_names_is_there_and_the_figures_are_those_that_are_held()
    {
        await using var site = await TestSite.StartAsync();
        var all = site.Services.GetRequiredService<BrowserPromises>().Now()
            .Concat(await site.Services.GetRequiredService<ServerPromises>().NowAsync(TestContext.Current.CancellationToken))
            .Concat(site.Services.GetRequiredService<DevelopmentPromises>().Now())
            .ToList();
        var sources = string.Concat(Directory.EnumerateFiles(Repository.File("tests"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.Equal(all.Select(promise => promise.Key).Distinct(), all.Select(promise => promise.Key));
        Assert.All(all.SelectMany(promise => promise.Tests).Distinct(), test => Assert.Matches(new Regex($@"class {test}\b", RegexOptions.NonBacktracking), sources));
        Assert.All(all.Where(promise => promise.State == PromiseState.Missing), promise => Assert.Empty(promise.Tests));

        var held = File.ReadLines(Repository.File("tests/coverage.txt")).Where(line => line.StartsWith("Pannier.", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => double.Parse(line[1], CultureInfo.InvariantCulture));
        var said = File.ReadAllText(Repository.File("src/Pannier/Modules/Promises/words.en.json"));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"at least {held["Pannier.Core"]} % of the kernel's lines and {held["Pannier.Mail"]} % of the mail library's"), said, StringComparison.Ordinal);
    }

    private static PromiseState State(IReadOnlyList<Promise> promises, string key) => promises.Single(promise => promise.Key == key).State;
}
