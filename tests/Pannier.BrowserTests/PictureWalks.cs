using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>A newsletter with pictures on its sender's server, opened as a person does: without them first, then with.</summary>
[Collection("site")]
public sealed class PictureWalks(DemoSite site)
{
    [Fact]
    public void Pictures_come_by_consent_through_the_site_and_counters_never()
    {
        using var browser = new Browser(site.Address, Script.On, "--host-resolver-rules=MAP *.example 0.0.0.0");
        browser.Go("/sign-in").Fill("#name", site.User).Fill("#password", site.Password).Click(".signin-card button");
        browser.See("h1", "Inbox");
        browser.Go("/mail/inbox?q=Postcards").Click(".lists-open", "Postcards from readers");

        browser.See(".pictures-notice", "6 things on other servers were not loaded");
        browser.See(".pictures-notice", "Mailchimp");
        browser.See(".callout", "Nothing was sent.");
        Assert.Equal(0L, browser.RunFramed("iframe.messages-frame", 0, "return document.images.length"));

        browser.Click(".pictures-notice button", "Load pictures this once");
        browser.See(".pictures-notice", "4 pictures were fetched by this site");
        browser.See(".pictures-notice", "2 trackers stayed out");
        browser.Until("the pictures stand in their places", () => "40 536 536" == (string?)browser.RunFramed("iframe.messages-frame", 0, "return [...document.images].map(one => one.complete ? one.naturalWidth : 0).join(' ')"));
        Assert.Equal(true, browser.RunFramed("iframe.messages-frame", 0, "return getComputedStyle(document.querySelector('table')).backgroundImage.includes('/view/') && [...document.images].every(one => one.src.includes('/view/'))"));
        Assert.Equal("https://www.tide-almanac.example/postcards/kvarnholm?card=31", browser.RunFramed("iframe.messages-frame", 0, "return document.querySelector('a').href"));

        browser.Go("/mail/inbox?q=Postcards").Click(".lists-open", "Postcards from readers");
        browser.See(".pictures-notice", "Load pictures this once");
        Assert.Empty(browser.Complaints());
        Assert.Empty(site.Bugs());
    }
}
