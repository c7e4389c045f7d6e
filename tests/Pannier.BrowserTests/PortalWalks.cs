using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>People for whom a portal vouches: they say yes, choose a passphrase, and open their data with it from then on.</summary>
[Collection("portal site")]
public sealed class PortalWalks(PortalSite portal)
{
    private readonly DemoSite _site = portal.Demo;

    [Theory]
    [InlineData(Script.On, "wendy")]
    [InlineData(Script.Off, "walter")]
    public void Somebody_a_portal_sends_here_chooses_a_passphrase_and_comes_back_with_it(Script script, string name)
    {
        const string passphrase = "opens the data alone";
        using var browser = new Browser(_site.Address, script);
        browser.Go("/sign-in");
        browser.See(".signin-card", "People come in here through Example Ltd");
        browser.Go(PortalSite.PathFor(name));
        browser.See(".signin-card", $"Example Ltd sent you here as {name}.");
        Assert.Empty(browser.Axe());

        browser.Click(".signin-card button");
        browser.See("h1", "Welcome aboard");
        Assert.Empty(browser.Axe());
        browser.Fill("#password", passphrase).Fill("#again", passphrase).Click(".signin-card button");
        browser.See("h1", "Keep this key");
        browser.Click("#kept").Click(".signin-card button");
        browser.See(".shell-account summary");
        browser.Go("/settings/password");
        browser.See(".callout", "the passphrase that opens your data");
        browser.Click(".shell-account summary").Click("button", "Sign out");
        browser.See("#notices", "You are signed out.");

        browser.Go(PortalSite.PathFor(name)).Click(".signin-card button");
        browser.See("h1", "Open your data");
        Assert.Empty(browser.Axe());
        browser.Fill("#passphrase", "not this one").Click(".signin-card button");
        browser.See("[role=alert]", "That is not the passphrase of your data");
        browser.Fill("#passphrase", passphrase).Click(".signin-card button");
        browser.See(".shell-account summary");

        Assert.Empty(browser.Complaints());
        Assert.Empty(_site.Bugs());
    }
}
