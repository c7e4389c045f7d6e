using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>The walks a new user takes through the product. Each holds with scripts on and off (<see cref="WalksWithScript"/>, <see cref="WalksWithoutScript"/>).</summary>
public abstract partial class Walks(DemoSite site, Script script) : IDisposable
{
    protected const string Password = "four unrelated words";

    protected DemoSite Site { get; } = site;

    protected Browser Browser { get; } = new(site.Address, script);

    protected Script Script => script;

    public void Dispose()
    {
        var complaints = Browser.Complaints();
        Browser.Dispose();
        Assert.Empty(complaints);
        Assert.Empty(Site.Bugs());
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_stranger_registers_by_a_link_and_comes_back_by_password_and_recovery_key()
    {
        var name = $"noor-{script}";
        var link = await Site.RunAsync("user", "add");

        Browser.Go(link).Fill("#name", name).Fill("#password", "short").Fill("#again", "short");
        if (script == Script.Off) Browser.Click(".signin-card button");
        Browser.Fill("#name", name).Fill("#password", Password).Fill("#again", Password);
        if (script == Script.On) Browser.DoubleClick(".signin-card button"); // the answer to the second would hide the key
        else Browser.Click(".signin-card button");
        Browser.See("h1", "Keep this key");
        Thread.Sleep(TimeSpan.FromSeconds(3)); // as long as it takes to write it down: the page stays
        var key = Browser.See(".signin-key").Text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        Browser.Click("#kept").Click(".signin-card button");
        Browser.See("h2", "No mail account yet");

        SignOut();
        Browser.See("#notices", "You are signed out.");
        Browser.Go("/mail/inbox");
        Assert.Equal("/sign-in", Browser.Path);
        SignIn(name, "not my password at all");
        Browser.See("[role=alert]", "not right");
        SignIn(name, "four unrelated words");
        Browser.See("h2", "No mail account yet");

        SignOut();
        Browser.Go("/recover").Fill("#name", name).Fill("#key", key).Fill("#password", "five other unrelated words").Fill("#again", "five other unrelated words").Click(".signin-card button");
        Browser.See("h1", "Keep this key");
        Assert.NotEqual(key, Browser.See(".signin-key").Text.Replace(" ", "", StringComparison.Ordinal));
        Browser.Click("#kept").Click(".signin-card button");
        SignOut();
        SignIn(name, "five other unrelated words");
        Browser.See("h2", "No mail account yet");
        Browser.Go(link);
        Browser.See("[role=alert]", "used already");
    }

    [Fact]
    public async Task A_reset_link_opens_no_data_until_the_old_password_is_given()
    {
        var name = $"ines-{script}";
        Browser.Go(await Site.RunAsync("user", "add"));
        Browser.Fill("#name", name).Fill("#password", "four unrelated words").Fill("#again", "four unrelated words").Click(".signin-card button");
        Browser.See("h1", "Keep this key");

        Browser.Go(await Site.RunAsync("user", "password", name));
        Browser.Fill("#password", "a new password for me").Fill("#again", "a new password for me").Click(".signin-card button");
        SignIn(name, "a new password for me");
        Browser.See("h1", "still locked");
        Browser.Go("/mail/inbox");
        Assert.NotEqual("/mail/inbox", Browser.Path);
        Browser.Go("/unlock").Fill("#current", "a new password for me").Fill("#old", "not the old one at all").Click(".signin-card button");
        Browser.See("[role=alert]", "nothing was lost");
        Browser.Fill("#current", "a new password for me").Fill("#old", "four unrelated words").Click(".signin-card button");
        Browser.See("#notices", "Unlocked.");
    }

    [Fact]
    public void The_sidebar_has_all_views_and_both_accounts_trees()
    {
        SignInAsAda();

        foreach (var view in (string[])["Inbox", "Unread", "Flagged", "Everything", "Sent", "Drafts", "Archive", "Junk", "Trash"]) Browser.See("#sidebar a", view);
        Browser.See("#sidebar summary", Site.Mail[0].Address);
        Browser.See("#sidebar summary", Site.Mail[1].Address);
        Browser.Click("#sidebar a", "Junk");
        Browser.See("h1", "Junk");
        Browser.Click("#sidebar a", "Receipts");
        Browser.See("h1", "Receipts");
        Assert.True(Browser.Count(".lists-row") > 0);
    }

    [Fact]
    public void Pages_follow_one_another_and_search_finds()
    {
        SignInAsAda();
        Browser.Go("/mail/everything");
        var first = Browser.Texts(".lists-row .lists-text");

        Browser.Click("a[rel=next]");
        Browser.See("a", "First page");
        Assert.Contains("after=", Browser.Url, StringComparison.Ordinal);
        Assert.NotEqual(first, Browser.Texts(".lists-row .lists-text"));
        Browser.Click("a[rel=prev]");
        Browser.DoNotSee("a", "First page");
        Assert.Equal(first, Browser.Texts(".lists-row .lists-text"));

        Browser.Fill("#q", "\"Skagen Gate\"").Press(OpenQA.Selenium.Keys.Enter);
        // Without script a search that servers still add to is looked at again by asking again.
        for (var tries = 0; tries < 20 && script == Script.Off && Browser.Texts(".lists-head p").Any(text => text.Contains("so far", StringComparison.Ordinal)); tries++) Browser.Reload();
        Browser.See(".lists-head p", "found for");
        Assert.All(Browser.Texts(".lists-row .lists-subject").Take(2), subject => Assert.Contains("Skagen", subject, StringComparison.Ordinal));
        Browser.Go("/mail/everything?q=xyzzy-nothing-has-this");
        Browser.See("h2", "Nothing found");
    }

    [Fact]
    public void A_list_is_filtered_sorted_entered_at_a_day_and_kept_as_a_view()
    {
        SignInAsAda();
        Browser.Go("/mail/inbox").Click(".lists-menu summary").Click(".lists-menu a", "Flagged");
        Browser.See(".lists-head p", "is:flagged");
        Assert.Equal("is:flagged", Browser.See("#q").GetAttribute("value"));
        Assert.Equal(Browser.Count(".lists-row"), Browser.Count(".lists-flag[aria-pressed=true]"));

        Browser.Go("/mail/inbox").Click(".lists-menu summary").Click(".lists-menu a", "Sender");
        Browser.See(".lists-rows[aria-label=Messages]");
        var people = Browser.Texts(".lists-row .lists-sender").Select(text => text.Split('\n')[^1]).ToList(); // "Unread." is said before the name
        Assert.Equal(people.Order(StringComparer.OrdinalIgnoreCase).Take(5), people.Take(5));

        Browser.Go("/mail/everything?at=2025-06-30");
        Assert.StartsWith("2025-06", Browser.See(".lists-row time").GetAttribute("datetime"), StringComparison.Ordinal);
        var subject = Browser.See(".lists-row:first-child .lists-subject").Text;
        Browser.Click("a[rel=prev]");
        Browser.DoNotSee(".lists-row:first-child .lists-subject", subject);
        Assert.DoesNotContain("at=", Browser.Url, StringComparison.Ordinal);

        Browser.Go("/mail/everything?q=subject:quotation from:dominic before:nonsense");
        Browser.See(".callout", "names no day");
        Assert.All(Browser.Texts(".lists-row .lists-subject mark"), mark => Assert.Equal("quotation", mark, ignoreCase: true));
        Browser.Go("/mail/everything?q=subject:quotation").Click(".lists-menu summary").Click(".lists-menu a", "Keep as a view");
        Browser.Fill("#name", "Quotations").Click("main .button-primary");
        Browser.See("#notices", "Quotations is made");
        Browser.See("#sidebar a", "Quotations");
        Browser.See("h1", "Quotations");
        Assert.All(Browser.Texts(".lists-row .lists-subject"), subject => Assert.Contains("quotation", subject, StringComparison.OrdinalIgnoreCase));
        Browser.Click(".lists-menu summary").Click(".lists-menu a", "Change this view").Click("main .button-danger");
        Browser.See("#notices", "Quotations is removed");
    }

    [Fact]
    public void Conversations_stand_together_with_ones_own_replies_in_place()
    {
        SignInAsAda();
        Browser.Go("/mail/inbox?q=subject:\"Skagen Gate is back\"").Click(".lists-open");
        Browser.See("#subject", "Skagen Gate is back");
        var message = new Uri(Browser.Url).PathAndQuery;
        for (var tries = 0; tries < 20 && !Browser.Texts(".messages-talk summary").Contains("3 messages in this conversation"); tries++) Browser.Go(message); // Sent is read in after the inboxes
        Browser.See(".messages-talk summary", "3 messages in this conversation");
        Assert.Equal(["Oskar Ek", "Ingrid Solberg", "me"], Browser.Texts(".messages-talk-line b"));
        Browser.Click(".messages-talk-line", "Oskar Ek");
        Browser.See(".messages-who b", "Oskar Ek");

        var before = Count("/mail/inbox?q=subject:\"Skagen Gate is back\"");
        Choose("lists.grouping=conversations");
        Assert.True(Count("/mail/inbox?q=subject:\"Skagen Gate is back\"") < before);
        Browser.See(".lists-row .lists-thread", "3");
        Browser.See(".lists-row .lists-sender", "Oskar, Ingrid, me");
        Choose("lists.grouping=none");

        int Count(string path)
        {
            Browser.Go(path).See(".lists-row");
            return Browser.Count(".lists-row");
        }

        void Choose(string value)
        {
            Browser.Go("/settings").Choose("select:has(option[value$='conversations'])", value).Click(".settings-save button");
            Browser.See("#notices .notice");
        }
    }

    [Fact]
    public void A_message_opens_with_its_frame_its_files_its_source_and_its_neighbours()
    {
        SignInAsAda();
        Browser.Go("/mail/inbox?q=export before lunch").Click(".lists-open");
        Browser.See("h1", "Can you look at the export before lunch?");
        Assert.Contains("harbour office at one", Browser.Framed("iframe.messages-frame"), StringComparison.Ordinal);
        Browser.See(".messages-file", "utkast.csv");

        Browser.Click("a", "Show as plain text");
        Browser.See(".messages-text", "harbour office at one");
        Browser.Go("/mail/everything?q=\"Embedded Notes\"").Click(".lists-open"); // numbered issues: no two subjects are alike
        var opened = Browser.See("#subject").Text;
        Browser.Click(".messages-bar a[rel=next]");
        Browser.DoNotSee("#subject", opened);
        Browser.Click(".messages-bar a[rel=prev]");
        Browser.See("#subject", opened);
    }

    [Fact]
    public void A_message_is_read_beside_its_list_with_its_links_named_and_in_another_size()
    {
        SignInAsAda();
        Pane("right");
        Browser.Go("/mail/everything?q=\"Embedded Notes\"").Click(".lists-row:nth-child(2) .lists-open");
        var opened = Browser.See("#reading #subject").Text;
        Browser.See("#beside .lists-row[data-open] .lists-subject", opened);
        Assert.Contains("/message/", Browser.Url, StringComparison.Ordinal);
        if (script == Script.On)
        {
            Browser.See("#subject:focus");
            Assert.Equal([], Browser.Axe());
            Browser.Press("j");
        }
        else
        {
            Browser.Click(".messages-bar a[rel=next]");
        }

        Browser.DoNotSee("#subject", opened);
        Browser.See("#beside .lists-row[data-open] .lists-subject", Browser.See("#subject").Text);
        Browser.Back();
        Browser.See("#subject", opened);
        Browser.Reload().See("#beside .lists-row[data-open] .lists-subject", opened);

        Browser.Unfold(".messages-bar details.menu").Click("button[value=bigger]");
        Browser.See("#subject", opened);
        if (script == Script.On) Browser.Until("the frame shows it bigger", () => Equals(Browser.RunFramed("iframe.messages-frame", 0, "return getComputedStyle(document.body).zoom"), "1.1"));
        Browser.Unfold(".messages-links").See(".messages-links li", "embedded-notes.example");
        Browser.Unfold(".messages-bar details.menu").Click(".menu-item", "headers");
        Browser.Click("a", "Back to the message");
        Browser.See("#beside .lists-row[data-open] .lists-subject", opened);

        Browser.Resize(390, 800);
        Browser.DoNotSee(".lists-row", "Embedded Notes");
        Browser.See("#subject", opened);
        Browser.Resize(1280, 900);
        Pane("auto");

        void Pane(string where)
        {
            Browser.Go("/settings").Choose("select:has(option[value='reading.pane=auto'])", "reading.pane=" + where).Choose("select:has(option[value='reading.zoom=100'])", "reading.zoom=100").Click(".settings-save button");
            Browser.See("#notices .notice");
        }
    }

    [Fact]
    public void Messages_are_flagged_archived_moved_and_deleted_for_good_only_when_sure()
    {
        SignInAsAda();
        Browser.Go("/mail/junk");
        var subject = Browser.Texts(".lists-row .lists-subject")[^1];
        var count = Browser.Count(".lists-row");

        Browser.Click($".lists-row:last-child .lists-flag");
        Browser.See(".notice", "lag");
        Browser.Go("/mail/junk").Click(".lists-rows:last-of-type .lists-row:last-child .lists-check").Click("button[value=delete]");
        Browser.See(".notice", "Moved to Trash.");
        Assert.Equal(count - 1, Browser.Go("/mail/junk").Count(".lists-row"));

        Browser.Go("/mail/trash");
        Browser.See(".lists-subject", subject);
        Browser.Click(".lists-row .lists-check").Click("button[value=delete]");
        Browser.See("h1", "Delete this message for good?");
        Browser.Click("a", "Cancel");
        Browser.See(".lists-subject", subject);
        Browser.Click(".lists-row .lists-check").Click("button[value=delete]");
        Browser.See("h1", "Delete this message for good?");
        Browser.Click("button[name=act]", "Delete for good");
        Browser.See(".notice", "Deleted for good.");
    }

    [Fact]
    public void A_mailbox_is_made_renamed_and_deleted()
    {
        var name = $"Walk {script}";
        SignInAsAda();
        Browser.Click("#sidebar a", "Manage mailboxes");
        Browser.See("h1", "Mailboxes of");

        Browser.Fill("form.card input[name=name]", name).Click("button", "Make mailbox");
        Browser.See("h2", name);
        Browser.Fill($"input[aria-label='New name of {name}']", name + " again").Press(OpenQA.Selenium.Keys.Enter);
        Browser.See("h2", name + " again");
        Browser.Click($"li.mailboxes-item:has(input[value='{name} again']) .button-danger");
        Browser.See("h1", "Delete the mailbox");
        Browser.Click("button", "Delete mailbox");
        Browser.DoNotSee("h2", name + " again");
    }

    protected void SignInAsAda()
    {
        Browser.Go("/sign-in");
        SignIn(Site.User, Site.Password);
        Browser.See("h1", "Inbox");
    }

    protected void SignIn(string name, string password) => Browser.Fill("#name", name).Fill("#password", password).Click(".signin-card button");

    /// <summary>Registers somebody new, who has no account yet.</summary>
    protected async Task RegisterAsync(string name)
    {
        Browser.Go(await Site.RunAsync("user", "add")).Fill("#name", name).Fill("#password", Password).Fill("#again", Password).Click(".signin-card button");
        Browser.Click("#kept").Click(".signin-card button");
        Browser.See("h2", "No mail account yet");
    }

    protected void SignOut()
    {
        Browser.Click(".shell-account summary").Click("button", "Sign out");
        Browser.See("#password");
    }
}
