using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>All walks in a browser that runs no script, and what stands in for scripts there.</summary>
[Collection("other site")]
public sealed class WalksWithoutScript(DemoSite site) : Walks(site, Script.Off)
{
    [Fact]
    public void The_browser_itself_completes_recipients()
    {
        SignInAsAda();
        Browser.Go("/compose").Fill("#to", "first.timer@northwind-labs.example, " + Site.Mail[1].Address).Fill("#title", "Known from now on").Click("button[value=send]");
        Browser.See("#notices");

        Browser.Go("/compose");
        Assert.Equal("known", Browser.See("#to").GetDomAttribute("list"));
        Assert.True(Browser.Has($"#known option[value*='{Site.Mail[1].Address}']"));
    }
}
