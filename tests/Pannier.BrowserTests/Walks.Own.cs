namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public void An_account_is_found_from_its_address_tested_added_hidden_and_removed()
    {
        var (address, password, _, _) = Site.Mail[2];
        SignInAsAda();
        Browser.Go("/accounts/add").Fill("#address", address).Click("main .button-primary");
        Browser.See("h1", "Are these the right servers?");
        Browser.Fill("#password", "wrong").Click("#confirmed").Click("main form .button-primary");
        Browser.See("main", "refused the user name or the password");
        Browser.Fill("#password", password);
        if (!Browser.See("#confirmed").Selected) Browser.Click("#confirmed");
        Browser.Click("main form .button-primary");
        Browser.See("#notices", "is added");

        Browser.See("#sidebar summary", address);
        Browser.Go("/accounts").See("main", address);
        Browser.Click($"main li:has(a[href^='/accounts/']):last-of-type .button-danger");
        Browser.See("h1", "Remove the account");
        Browser.Click("button", "Remove account");
        Browser.See("#notices", "is removed from Pannier");
        Browser.DoNotSee("#sidebar summary", address);
    }

    [Fact]
    public async Task Settings_and_a_new_password_hold()
    {
        var name = $"otto-{Script}";
        await RegisterAsync(name);

        Browser.Go("/settings").Click("select option[value='appearance.theme=dark']").Click("main .button-primary");
        Browser.See("#notices", "Saved.");
        Assert.True(Browser.Has("html[data-theme=dark]"));

        Browser.Go("/settings/password").Fill("#current", "four unrelated words").Fill("#password", "five more unrelated words").Fill("#again", "five more unrelated words").Click("main form .button-primary");
        Browser.See("#notices", "password");
        SignOut();
        SignIn(name, "five more unrelated words");
        Browser.See("h2", "No mail account yet");
        Assert.True(Browser.Has("html[data-theme=dark]"));
    }

    [Fact]
    public void An_identity_is_added_and_removed()
    {
        SignInAsAda();
        Browser.Go("/identities");
        Browser.See("h1");
        Browser.Click("main a[href^='/identities/add']");
        Browser.Fill("#person, #name", $"Ada {Script}").Fill("#address", $"ada+{Script}@orchard.example".ToLowerInvariant()).Click("main form .button-primary");
        Browser.See("main", $"ada+{Script}@orchard.example".ToLowerInvariant());
        Browser.Go("/compose").See("#from", $"Ada {Script}");
    }

    [Fact]
    public async Task An_account_is_renamed_tested_hidden_and_shown_again()
    {
        await RegisterAsync($"rosa-{Script}");
        AddClub(Site.Mail[2].Smtp);

        Browser.Go("/accounts").Click("main a", "Edit").Fill("#label", "The club").Click("main form .button-primary");
        Browser.See("#notices", "aved");
        Browser.See("#sidebar summary", "The club");
        Browser.Go("/accounts").Click("button", "Test");
        Browser.See("#notices", "let Pannier in");
        Browser.Go("/accounts").Click("button", "Hide");
        Browser.See(".badge", "not in combined views");
        Browser.Go("/mail/inbox");
        Browser.See("h2", "Nothing here");
        Browser.Go("/accounts").Click("button", "Show");
        Browser.See("#notices", "in the combined views again");
        Browser.Go("/mail/inbox");
        Browser.See(".lists-row");
    }

    [Fact]
    public void Somebody_is_invited_joins_and_is_removed()
    {
        var name = $"timo-{Script}";
        SignInAsAda();
        Browser.Go("/people").Click("button", "Make a link");
        var link = Browser.See("#link").GetAttribute("value")!;
        SignOut();
        Browser.Go(link).Fill("#name", name).Fill("#password", "four unrelated words").Fill("#again", "four unrelated words").Click(".signin-card button");
        Browser.Click("#kept").Click(".signin-card button");
        Browser.See("h2", "No mail account yet");
        Browser.Go("/people");
        Browser.See("[role=alert]", "Only an administrator");
        SignOut();

        SignInAsAda();
        Browser.Go("/people");
        Browser.See("h2", name);
        Browser.Click($"li[data-key='{name}'] .button-danger");
        Browser.See("h1", $"Remove {name}?");
        Browser.Click("a", "Keep them");
        Browser.Click($"li[data-key='{name}'] .button-danger").Click("button[name=sure]");
        Browser.See("#notices", "is removed");
        Browser.DoNotSee("main h2", name);
        SignOut();
        SignIn(name, "four unrelated words");
        Browser.See("[role=alert]", "not right");
    }

    [Fact]
    public void The_keys_have_a_page_and_a_wrong_address_a_way_back()
    {
        SignInAsAda();
        Browser.Go("/help/keys");
        Browser.See("kbd");
        Browser.Go("/no/such/page");
        Browser.See("h1", "Not found");
        Browser.Click("main a", "Go to the start page");
        Browser.See("h1", "Inbox");
    }
}
