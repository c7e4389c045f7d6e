using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>People whose password is their mail server's: they come in with it, and their mail is there.</summary>
[Collection("outside site")]
public sealed class OutsideWalks(OutsideSite outside)
{
    private readonly DemoSite _site = outside.Demo;

    [Theory]
    [InlineData(Script.On, 2)]
    [InlineData(Script.Off, 1)]
    public void A_stranger_comes_in_with_the_password_of_their_mail_and_reads_it(Script script, int account)
    {
        var (address, password, _, _) = _site.Mail[account];
        using var browser = new Browser(_site.Address, script);
        browser.Go("/sign-in");
        ShowThatAPersonIsHere(browser, script);
        browser.See("#checked-by", "you have at 127.0.0.1");
        Assert.False(browser.Has("a[href='/recover']"));

        SignIn(browser, address, "not my password at all");
        browser.See("[role=alert]", "127.0.0.1 does not take this name and password");
        SignIn(browser, address, password);
        browser.See("h1", "Keep this key");
        browser.Click("#kept").Click(".signin-card button");
        browser.See(".lists-row .lists-subject");

        browser.Go("/settings/password");
        browser.See(".callout", "Your password is kept by the server that checks it");
        Assert.False(browser.Has("#password"));
        browser.Click(".shell-account summary").Click("button", "Sign out");
        browser.See("#notices", "You are signed out.");
        SignIn(browser, address, password);
        browser.See(".lists-row .lists-subject");

        Assert.Empty(browser.Complaints());
        Assert.Empty(_site.Bugs());
    }

    /// <summary>With script the browser does it alone; without, one waits two seconds and says so.</summary>
    private static void ShowThatAPersonIsHere(Browser browser, Script script)
    {
        if (script == Script.On) return;
        browser.See("h1", "One more step");
        browser.Click(".signin-card button"); // too early, unless the machine is slow: either way it is asked again, or done
        Thread.Sleep(2_500);
        if (browser.Has("[data-work]")) browser.Click(".signin-card button");
    }

    private static void SignIn(Browser browser, string name, string password) => browser.Fill("#name", name).Fill("#password", password).Click(".signin-card button");
}
