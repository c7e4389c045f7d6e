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
        Browser.See(".lists-row[data-here] .lists-open:focus");
        Browser.SeeFocus(".lists-open", 0);
        Browser.Press("j");
        Browser.SeeFocus(".lists-open", 1);
        Browser.Press("gf");
        Browser.See("h1", "Flagged");
        Assert.False(Browser.Has("[data-here]"));
    }

    [Fact]
    public void A_search_shows_what_it_finds_as_it_is_typed_and_servers_add_to_it()
    {
        SignInAsAda();

        Browser.Press("/").Press("cost centre");
        Browser.See(".lists-row .lists-subject", "Two invoices without a cost centre");
        Browser.See(".lists-servers", "Whole messages were searched");
        Assert.Contains("q=cost", Browser.Url, StringComparison.Ordinal);

        Browser.Fill("#q", "from:domi");
        Browser.See("#q-suggest [role=option]", "Dominic Hale");
        Browser.Press(OpenQA.Selenium.Keys.ArrowDown).Press(OpenQA.Selenium.Keys.Enter);
        Browser.See(".lists-head p", "from:dominic@hale-instruments.example");
        Assert.All(Browser.Texts(".lists-row .lists-sender"), sender => Assert.Contains("Dominic Hale", sender, StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_alone_write_send_and_find_their_way()
    {
        var subject = "Without a mouse";
        SignInAsAda();
        Browser.Press("?");
        Browser.See("h1", "Keys");
        Browser.Press("go");
        Browser.See("h1", "Outbox");
        Browser.Press("c");
        Browser.See("#to:focus");
        Browser.Press(Site.Mail[0].Address + OpenQA.Selenium.Keys.Tab);
        Browser.Fill("#title", subject).Press(OpenQA.Selenium.Keys.Tab).Press("by keys alone").Press(OpenQA.Selenium.Keys.Control + OpenQA.Selenium.Keys.Enter);
        Browser.See("#notices", "Sent");
        Browser.Go("/mail/inbox").See("h1", "Inbox");
        Browser.Press("/").See("#q:focus");
        Browser.Press(subject + OpenQA.Selenium.Keys.Enter);
        Browser.See(".lists-head", "found for");
        Browser.Press("j").Press("x").Press("s");
        Browser.See("#notices", "lagged");
    }

    [Fact]
    public void What_was_just_done_is_undone_by_a_button_and_by_a_key()
    {
        SignInAsAda();
        var subject = Browser.Texts(".lists-rows:first-of-type .lists-row:first-child .lists-subject")[0];
        Browser.Click(".lists-rows:first-of-type .lists-row:first-child .lists-check").Click(".lists-bar button[value=archive]");
        Browser.See("#notices", "Archived");
        Browser.DoNotSee(".lists-rows:first-of-type .lists-row:first-child .lists-subject", subject);
        Browser.Click("#notices button", "Undo");
        Browser.See("#notices", "Undone");
        Browser.See(".lists-rows:first-of-type .lists-row:first-child .lists-subject", subject);

        Browser.ClickTo(".lists-check", 0).Click(".lists-bar button[value=delete]");
        Browser.See("#notices", "Undo");
        Browser.DoNotSee(".lists-rows:first-of-type .lists-row:first-child .lists-subject", subject);
        Browser.Press("z");
        Browser.See("#notices", "Undone");
        Browser.See(".lists-rows:first-of-type .lists-row:first-child .lists-subject", subject);
    }

    [Fact]
    public async Task Before_a_session_ends_the_page_says_so_and_going_on_is_one_click()
    {
        SignInAsAda();

        // Whatever the page still asks the server tells it how much time there really is.
        for (var tries = 0; tries < 40 && !Browser.Has("#notices [role=alert]"); tries++)
        {
            Browser.Tell("pannier-idle", 100_000);
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Browser.See("#notices [role=alert]", "signed out in 2 minutes");
        Browser.Click("#notices button", "Stay signed in");
        Browser.DoNotSee("#notices [role=alert]", "signed out in");

        // Another tab signs out: this one leaves its page by itself.
        using var elsewhere = new Browser(Site.Address, Script.On);
        elsewhere.Go("/sign-in").Fill("#name", Site.User).Fill("#password", Site.Password).Click(".signin-card button");
        elsewhere.See("h1", "Inbox");
        elsewhere.Go("/settings/sessions").Click("main .button-danger", "End all other sessions");
        Browser.Tell("pannier-idle", "ended");
        Browser.See("#password");
        Assert.Equal("/sign-in", Browser.Path);
    }

    [Fact]
    public void New_mail_comes_into_an_open_list_by_itself()
    {
        SignInAsAda();
        using var elsewhere = new Browser(Site.Address, Script.On);
        elsewhere.Go("/sign-in").Fill("#name", Site.User).Fill("#password", Site.Password).Click(".signin-card button");
        elsewhere.See("h1", "Inbox");
        Browser.ClickTo(".lists-check", 1);

        elsewhere.Go("/compose").Fill("#to", Site.Mail[0].Address).Fill("#title", "Look up").Fill("#text", "there it is").Click("button[value=send]");

        Browser.See(".lists-subject", "Look up");
        Browser.See("[data-select-count]", "1 selected"); // what was ticked stays so
        Assert.Matches(@"^\(\d+\) Inbox", Browser.Title);
        elsewhere.Go("/mail/inbox").Click(".lists-open", "Look up").See("#subject", "Look up");
        Browser.DoNotSee(".lists-row[data-unread] .lists-subject", "Look up");
        elsewhere.Click("#main button[value=delete]");
        Browser.DoNotSee(".lists-subject", "Look up");
    }

    [Fact]
    public void A_range_and_all_of_a_page_are_ticked()
    {
        SignInAsAda();
        Browser.Click(".lists-check", 0); // days are groups, and soon after midnight today's has one row or none
        Browser.See("[data-select-count]", "1 selected");
        Browser.ClickTo(".lists-check", 3);
        Browser.See("[data-select-count]", "4 selected");
        Browser.Click(".lists-all");
        Browser.See("[data-select-count]", "50 selected");
        Browser.Press("*");
        Browser.DoNotSee("[data-select-count]", "selected");
    }

    [Fact]
    public void A_file_dropped_anywhere_on_the_form_is_attached()
    {
        var subject = "Dropped in";
        SignInAsAda();
        Browser.Go("/compose").Fill("#to", Site.Mail[0].Address).Fill("#title", subject).Drop("#text", "tide table.txt", "high at six");
        Browser.See(".compose-file", "tide table.txt");
        Browser.Click("button[value=send]");
        Browser.See("#notices", "Sent");
        Browser.Go("/mail/inbox").Click(".lists-open", subject);
        Browser.See(".messages-file", "tide table.txt");
    }

    [Fact]
    public void Recipients_complete_from_those_written_to()
    {
        SignInAsAda();
        Browser.Go("/compose").Fill("#to", Site.Mail[1].Address).Fill("#title", "So that I am known").Click("button[value=send]");
        Browser.See("#notices", "Sent");

        Browser.Go("/compose").Fill("#to", Site.Mail[1].Address[..8]);
        Browser.See("#to-suggest [role=option]", Site.Mail[1].Address);
        Browser.Press(OpenQA.Selenium.Keys.Enter);
        Assert.Contains(Site.Mail[1].Address, Browser.See("#to").GetDomProperty("value"), StringComparison.Ordinal);
        Assert.Null(Browser.See("#to").GetDomAttribute("list"));
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

        foreach (var path in (string[])["/mail/inbox", "/mail/everything?q=nothing-at-all", "/accounts", "/accounts/add", "/settings", "/settings/second-factor", "/help/keys", "/compose", "/outbox", "/people"])
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

    [Fact]
    public void Who_stays_finds_their_mail_closed_and_goes_on_and_a_locked_browser_counts()
    {
        Browser.Go("/sign-in").Fill("#name", Site.User).Fill("#password", Site.Password).Click("#own").Click("#stay").Click(".signin-card button");
        Browser.See("h1", "Inbox");
        Browser.Go("/settings/sessions").See("h2", "Your devices");
        Browser.Click("main .button", "Count mail here while locked").Click(".refusal button");
        Browser.Fill("#current", Site.Password).Click("main .button-primary");
        Browser.Click("main .button-primary", "Send it now");
        Browser.See("h3", "Counting unread mail");

        Browser.Go("/").See("h1", "Inbox");
        Browser.Tell("pannier-idle", -1_000);
        Browser.See("h1", "Your mail is closed");
        Browser.See(".waiting", "unread messages wait");
        Assert.DoesNotContain(Site.Mail[0].Address, Browser.Source, StringComparison.Ordinal);
        Browser.Click("a.button", "Go on");
        Browser.See("h1", "Inbox");

        Browser.ForgetCookie("__Host-pannier").Go("/");
        Browser.See(".waiting", "unread messages wait");
        Assert.Matches("^\\([0-9]+\\) Sign in", Browser.Title);
    }
}
