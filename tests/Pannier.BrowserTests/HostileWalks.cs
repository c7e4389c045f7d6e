using System.Text.RegularExpressions;
using Pannier.BrowserTests.Support;
using Pannier.Tests.Support;

namespace Pannier.BrowserTests;

/// <summary>The whole hostile corpus, opened as a person opens mail: nothing calls anybody, nothing runs, and the page around stays theirs.</summary>
[Collection("site")]
public sealed partial class HostileWalks(DemoSite site)
{
    private static readonly string[] Files = ["fetching-elements", "fetching-styles", "script-elements", "script-handlers", "script-mutations"];

    [Fact]
    public async Task No_message_calls_anybody_runs_anything_or_leaves_its_frame()
    {
        var documents = await Bundles.OfAsync(Files.SelectMany(file => CaseFile.Read($"Mail/Html/Hostile/{file}.txt")));
        var messages = documents.Chunk(20).ToList(); // as many texts as are shown of one message
        for (var number = 0; number < messages.Count; number++) await PostBox.FileAsync(site.Mail[0], $"Barnacles {number}", messages[number]);
        var log = Path.GetTempFileName();
        using var sink = new Sink();
        using (var browser = SignIn(sink.ResolverRules, $"--log-net-log={log}"))
        {
            for (var number = 0; number < messages.Count; number++)
            {
                browser.Go("/").See("h1", "Inbox");
                browser.Run("window.hurts = 0; window.hurt = () => window.hurts++");
                browser.Click(".lists-open", $"Barnacles {number}");
                browser.See("#subject", $"Barnacles {number}");
                Assert.Equal(messages[number].Length, browser.Count("iframe.messages-frame"));
                for (var at = 0; at < messages[number].Length; at++) Assert.Equal(true, browser.RunFramed("iframe.messages-frame", at, "return document.readyState === 'complete' && document.body.childNodes.length > 0"));

                Assert.Equal("0 0", browser.Run("return `${window.hurts} ${[...document.querySelectorAll('iframe')].filter(one => one.getBoundingClientRect().right > innerWidth).length}`"));
                Assert.Equal(0, browser.Overhang());
            }

            Assert.Empty(browser.Complaints()); // a script that tried, or a policy that had to hold, would be among them
            Assert.Equal(0, sink.Calls);
            browser.Click("#sidebar a", "Junk");
            browser.See("h1", "Junk");

            browser.Go("http://control.invalid/");
            Assert.True(sink.Calls > 0, "whoever is called is counted");
        }

        var asked = Hosts().Matches(await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).Select(match => match.Value).Distinct().ToList();
        File.Delete(log);
        Assert.Contains(asked, host => host.Contains("control.invalid", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, host => host.Contains("evil", StringComparison.Ordinal) || host.Contains(".example", StringComparison.Ordinal));
        Assert.Empty(site.Bugs());
    }

    [Fact]
    public async Task Newsletters_keep_their_layout_and_follow_the_width()
    {
        string[] kinds = ["columns that stack on narrow screens", "content only for narrow screens", "button by a padded link", "preheader hidden by a sheet", "hebrew"];
        var cases = CaseFile.Read("Mail/Html/Newsletters/newsletters.txt").ToDictionary(one => one.Name);
        await PostBox.FileAsync(site.Mail[0], "Limpets", kinds.Select(kind => cases[kind].Text[(cases[kind].Text.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        using var browser = SignIn();
        browser.Click(".lists-open", "Limpets");
        browser.See("#subject", "Limpets");

        Assert.Equal("side by side", Say(0, "const [a, b] = document.querySelectorAll('td'); return a.offsetTop === b.offsetTop ? 'side by side' : 'stacked'"));
        Assert.Equal("For your desk", Say(1, "return document.body.innerText.trim()"));
        Assert.Equal("rgb(211, 58, 44) 12px 4px rgb(255, 255, 255)", Say(2, "const s = getComputedStyle(document.querySelector('a')); return `${s.backgroundColor} ${s.paddingTop} ${s.borderTopLeftRadius} ${s.color}`"));
        Assert.Equal("Dear reader", Say(3, "return document.body.innerText.trim()"));
        Assert.Equal("rtl right", Say(4, "const s = getComputedStyle(document.querySelector('p')); return `${s.direction} ${s.textAlign}`"));

        browser.Resize(500, 900);
        Assert.Equal("stacked", Say(0, "const [a, b] = document.querySelectorAll('td'); return a.offsetTop === b.offsetTop ? 'side by side' : 'stacked'"));
        Assert.Equal("For your telephone", Say(1, "return document.body.innerText.trim()"));
        Assert.Empty(browser.Complaints());

        object? Say(int at, string script) => browser.RunFramed("iframe.messages-frame", at, script);
    }

    private Browser SignIn(params string[] more)
    {
        var browser = new Browser(site.Address, Script.On, more);
        browser.Go("/sign-in").Fill("#name", site.User).Fill("#password", site.Password).Click(".signin-card button");
        browser.See("h1", "Inbox");
        return browser;
    }

    /// <summary>Whatever Chromium's log of its own network says of a host or an address: names looked up too.</summary>
    [GeneratedRegex("\"(?:host|url|server|destination)\":\"[^\"]*\"")]
    private static partial Regex Hosts();
}
