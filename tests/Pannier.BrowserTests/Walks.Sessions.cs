using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public async Task Sessions_are_listed_and_ended_and_the_log_tells_of_it()
    {
        var (name, password) = ($"quin-{Script}", Password);
        await RegisterAsync(name);
        using var elsewhere = new Browser(Site.Address, Script);
        elsewhere.Go("/sign-in").Fill("#name", name).Fill("#password", password).Click(".signin-card button");
        elsewhere.See("h2", "No mail account yet");

        Browser.Go("/settings/sessions");
        Browser.See("h3", "Chrom");
        Browser.See(".badge", "this one");
        Browser.See(".sessions-what", "Signed in");
        Assert.Equal(2, Browser.Count(".accounts-item"));
        Browser.Click(".accounts-item .button-danger");
        Browser.See("#notices", "That session has ended");
        elsewhere.Go("/settings");
        Assert.Equal("/sign-in", elsewhere.Path);

        // What guards keys asks for the password once more.
        Browser.Go("/settings/security-log");
        Browser.See(".sessions-what", "You registered");
        Browser.Click("a.button", "Download");
        Browser.See("h1", "Your password again");
        Browser.Fill("#current", "not my password at all").Click("main .button-primary");
        Browser.See("[role=alert]", "not your password");
        Browser.Fill("#current", password).Click("main .button-primary");
        // A download leaves the page where it was, so there is nothing to wait for; and what comes too soon is overtaken by it.
        Browser.Until("that the password was given again, in the log", () => Browser.Go("/settings/security-log").Texts(".sessions-what").Any(what => what.Contains("given again", StringComparison.Ordinal)));
        Browser.See(".sessions-what", "Wrong password");
    }

    [Fact]
    public async Task What_is_sent_after_the_session_has_ended_is_offered_again()
    {
        var (name, password) = ($"greta-{Script}", Password);
        await RegisterAsync(name);
        Browser.Go("/settings").Choose("#setting-appearance-theme", "appearance.theme=dark");

        using (var elsewhere = new Browser(Site.Address, Script))
        {
            elsewhere.Go("/sign-in").Fill("#name", name).Fill("#password", password).Click(".signin-card button");
            elsewhere.See("h2", "No mail account yet");
            elsewhere.Go("/settings/sessions").Click("main .button-danger", "End all other sessions");
            elsewhere.See("#notices", "have ended");
        }

        if (Script == Script.On)
        {
            Browser.See("#password"); // the page hears of the end and leaves by itself
            Assert.Equal("/sign-in", Browser.Path);
            return;
        }

        Browser.Click("main .button-primary");
        Browser.See("h1", "That was not done");
        Browser.Click(".refusal button");
        Browser.Fill("#name", name).Fill("#password", password).Click(".signin-card button");
        Browser.See("h1", "You had been signed out");
        Browser.Click("main .button-primary", "Send it now");
        Browser.See("#notices", "Saved.");
        Assert.True(Browser.Has("html[data-theme=dark]"));
    }
}
