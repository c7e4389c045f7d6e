using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>All walks as most people take them, and what only scripts can do.</summary>
[Collection("site")]
public sealed class WalksWithScript(DemoSite site) : Walks(site, Script.On)
{
    [Fact]
    public void Keys_do_what_buttons_do()
    {
        SignInAsAda();

        Browser.Press("gf");
        Browser.See("h1", "Flagged");
        Browser.Press("gi");
        Browser.See("h1", "Inbox");
        Browser.Press("j").Press(OpenQA.Selenium.Keys.Enter);
        Browser.See("#subject");
        Browser.Press("u");
        Browser.See("h1", "Inbox");
    }

    [Theory]
    [InlineData(1280, 900, "--force-light-mode")]
    [InlineData(360, 740, "--force-dark-mode")]
    public void Pages_hold_to_wcag_wide_and_narrow_light_and_dark(int width, int height, string look)
    {
        using var browser = new Browser(Site.Address, Script.On, look);
        browser.Resize(width, height).Go("/sign-in");
        Assert.Empty(browser.Axe());
        browser.Fill("#name", Site.User).Fill("#password", Site.Password).Click(".signin-card button");
        browser.See("h1", "Inbox");

        foreach (var path in (string[])["/mail/inbox", "/mail/everything?q=nothing-at-all", "/accounts", "/accounts/add", "/settings", "/help/keys", "/compose", "/outbox", "/people"])
        {
            browser.Go(path);
            browser.See("h1");
            browser.Shoot($"{width}{path.Split('?')[0].Replace('/', '-')}");
            Assert.Equal((path, []), (path, browser.Axe().ToArray()));
        }

        browser.Go("/mail/inbox").Click(".lists-open");
        browser.See("#subject");
        browser.Shoot($"{width}-message");
        Assert.Empty(browser.Axe());
    }
}
