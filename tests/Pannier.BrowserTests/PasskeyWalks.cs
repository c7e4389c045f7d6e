using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>Passkeys in Chromium, with an authenticator that the driver plugs in: as the second factor, alone, removed, and where there is no script.</summary>
[Collection("other site")]
public sealed class PasskeyWalks(DemoSite site) : IDisposable
{
    private const string Password = "four unrelated words";

    /// <summary>Sends a form once; a click that finds its page gone under load may be made again.</summary>
    private const string Enter = "\uE007";

    private readonly Browser _browser = new(site.Address, Script.On);

    public void Dispose()
    {
        var complaints = _browser.Complaints();
        _browser.Dispose();
        Assert.Empty(complaints);
        Assert.Empty(site.Bugs());
    }

    [Fact]
    public async Task A_passkey_that_gives_a_key_is_a_second_factor_signs_in_alone_and_adds_another_until_it_is_removed()
    {
        await RegisterAsync("quin");
        var telephone = _browser.PlugIn(prf: true);
        Add("telephone", alone: true);
        _browser.See("h1", "Your recovery codes");
        _browser.See(".callout-success", "signs you in alone");
        _browser.Click("main a", "I have kept them");
        _browser.See(".accounts-item", "Signs in alone");
        Assert.Empty(_browser.Axe());

        // After the password.
        SignOut();
        SignIn("quin");
        _browser.See("h1", "One more thing");
        _browser.Go("/mail/inbox");
        Assert.Equal("/second-factor", _browser.Path);
        Assert.Empty(_browser.Axe());
        _browser.Click("form[data-passkey] button");
        _browser.See("h2", "No mail account yet");

        // Alone.
        SignOut();
        _browser.Go("/sign-in").Click("form[data-passkey] button", "Sign in with a passkey");
        _browser.See("h2", "No mail account yet");

        // It adds another that does, on another authenticator.
        AddByShowing("tablet", telephone);
        _browser.See("#notices", "signs you in alone");
        SignOut();
        _browser.Go("/sign-in").Click("form[data-passkey] button", "Sign in with a passkey");
        _browser.See("h2", "No mail account yet");

        // And removed.
        _browser.Go("/settings/second-factor").Click(".accounts-item:last-child .button-danger");
        _browser.Click("main .button-primary", "Go on");
        _browser.See("h1", "Your password again");
        _browser.See("#current");
        Assert.Empty(_browser.Axe());
        _browser.Click("form[data-passkey] button", "Use a passkey instead");
        _browser.See("h1", "You had been signed out"); // what was sent is offered again
        _browser.Click("main .button-primary");
        _browser.See("#notices", "opens nothing here any more");
        SignOut();
        _browser.Go("/sign-in").Click("form[data-passkey] button", "Sign in with a passkey");
        _browser.See("[role=alert]", "did not open anything here");
        SignIn("quin");
        _browser.Touch(telephone, touches: true);
        _browser.Click("form[data-passkey] button", "Use a passkey");
        _browser.See("h2", "No mail account yet");
    }

    [Fact]
    public async Task One_that_gives_no_key_is_a_second_factor_only_and_without_script_a_code_takes_its_place()
    {
        await RegisterAsync("rhea");
        var authenticator = _browser.PlugIn(prf: false);
        Add("old key", alone: true);
        _browser.See(".callout-success", "as a second factor only");
        var codes = _browser.Texts(".factors-codes li");
        _browser.Click("main a", "I have kept them");
        _browser.See(".accounts-item", "Second factor");

        SignOut();
        _browser.Go("/sign-in").Click("form[data-passkey] button", "Sign in with a passkey");
        _browser.See("[data-passkey-trouble]", "cannot open your mail by itself");
        SignIn("rhea");
        _browser.PullOut(authenticator);
        _browser.PlugIn(prf: false);
        _browser.Click("form[data-passkey] button", "Use a passkey");
        _browser.See("[data-passkey-trouble]", "Nothing happened"); // another authenticator, which has none for here

        using var plain = new Browser(site.Address, Script.Off);
        plain.Go("/sign-in");
        Assert.DoesNotContain(plain.Texts("button"), text => text.Contains("passkey", StringComparison.Ordinal));
        plain.Fill("#name", "rhea").Fill("#password", Password).Press(Enter);
        plain.See("[data-passkey-else]", "A passkey needs script");
        plain.Fill("#code", codes[0]).Click(".signin-card button", "Go on");
        plain.See("#notices", "9 are left");
        plain.Go("/settings/passkeys/add").Fill("#current", Password).Press(Enter);
        plain.See("[data-passkey-else]", "A passkey needs script");
    }

    private async Task RegisterAsync(string name)
    {
        _browser.Go(await site.RunAsync("user", "add"));
        _browser.Fill("#name", name).Fill("#password", Password).Fill("#again", Password).Press(Enter);
        _browser.Click("#kept").Click(".signin-card button");
        _browser.See("h2", "No mail account yet");
    }

    private void Add(string name, bool alone)
    {
        _browser.Go("/settings/second-factor").Click("main a", "Add a passkey");
        _browser.Fill("#current", Password).Press(Enter);
        _browser.See("h1", "Add a passkey");
        _browser.Fill("#name", name);
        if (alone) _browser.Click("#alone").Fill("#current", Password);
        Assert.Empty(_browser.Axe());
        _browser.Click("main .button-primary");
    }

    /// <summary>The authenticator that is shown is set to silence before another is plugged in: it would say at once that it has a passkey already.</summary>
    private void AddByShowing(string name, string shown)
    {
        _browser.Go("/settings/second-factor").Click("main a", "Add a passkey");
        _browser.Click("form[data-passkey] button", "Use a passkey instead");
        _browser.See("h1", "Add a passkey");
        _browser.Fill("#name", name).Click("#alone");
        _browser.Click("[data-passkey-opener]");
        _browser.See("[data-passkey-opened]", "opens your data");
        Assert.Empty(_browser.Axe());
        _browser.Touch(shown, touches: false);
        _browser.PlugIn(prf: true, "usb");
        _browser.Click("main .button-primary", "Make the passkey");
    }

    private void SignIn(string name) => _browser.Go("/sign-in").Fill("#name", name).Fill("#password", Password).Press(Enter);

    private void SignOut()
    {
        _browser.Click(".shell-account summary").Click("button", "Sign out");
        _browser.See("#notices", "You are signed out.");
    }
}
