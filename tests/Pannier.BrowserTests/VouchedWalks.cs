using Pannier.BrowserTests.Support;
using Pannier.Tests.Support;

namespace Pannier.BrowserTests;

/// <summary>People for whom somebody else vouches: an identity provider, which has their mail as well, and a proxy in front of a site that opens their data.</summary>
[Collection("vouched sites")]
public sealed class VouchedWalks(ProviderSite provider, ProxiedSite proxied)
{
    private readonly DemoSite _site = provider.Demo;

    [Fact]
    public async Task Somebody_signs_in_at_a_provider_chooses_a_passphrase_and_is_signed_out_by_it()
    {
        const string passphrase = "opens the data alone";
        (provider.Idp.Claims["preferred_username"], provider.Idp.Claims["sub"]) = ("wanda", "subject of wanda");
        using var browser = new Browser(_site.Address, Script.On);
        SignInThere(browser);
        browser.See("h1", "Welcome aboard");
        browser.Fill("#password", passphrase).Fill("#again", passphrase).Click(".signin-card button");
        browser.See("h1", "Keep this key");
        browser.Click("#kept").Click(".signin-card button");
        browser.See(".shell-account summary").Click();
        browser.Click("button", "Sign out");

        SignInThere(browser);
        browser.See("h1", "Open your data");
        browser.Fill("#passphrase", passphrase).Click(".signin-card button");
        browser.See(".shell-account summary");
        browser.Go("/settings/passkeys/add").Click("main button", "Sign in at Example Ltd");
        browser.Click("main a", "On to Example Ltd");
        browser.DoNotSee("h1", "Sign in once more"); // step-up, there and back
        browser.Go("/settings/passkeys/add").See("h1", "Add a passkey");

        await EndThereAsync();
        browser.Go("/settings");
        browser.See(".signin-card", "Sign in at Example Ltd");
        Assert.Empty(browser.Complaints());
        Assert.Empty(_site.Bugs());
    }

    [Fact]
    public void A_mail_account_is_added_by_its_providers_own_sign_in_and_read()
    {
        using var browser = new Browser(_site.Address, Script.On);
        browser.Go("/sign-in").Fill("#name", _site.User).Fill("#password", _site.Password).Click("form[action='/sign-in'] button");
        browser.See(".shell-account summary");
        browser.Go("/accounts/add").Fill("#address", Postfix.User).Click("main .button-primary");
        browser.See("#by-provider");
        Assert.Empty(browser.Axe());
        browser.Click("button[formaction='/accounts/add/sign-in']");
        browser.Click("main a.button-primary");
        browser.See(".accounts-item", Postfix.User);
        browser.Go("/mail/inbox").See(".lists-row .lists-subject", "Read by a token");

        Assert.Empty(browser.Complaints());
        Assert.Empty(_site.Bugs());
    }

    [Theory]
    [InlineData(Script.On, "xenia")]
    [InlineData(Script.Off, "yorick")]
    public void Whom_a_proxy_names_is_in_at_once_where_the_site_opens_the_data(Script script, string name)
    {
        proxied.Proxy.Name = name;
        using var browser = new Browser(proxied.Address, script);
        browser.Go("/sign-in");
        browser.See(".signin-card", $"Example Ltd says that you are {name}.");
        browser.Click(".signin-card button");
        browser.See("h1", "Keep this key");
        browser.See("p", "This site opens your data as soon as");
        browser.Click("#kept").Click(".signin-card button");
        browser.See("h2", "No mail account yet");

        browser.Go("/settings/password");
        browser.See(".callout-warning", "could read what is kept here while you are away");
        Assert.Empty(browser.Axe());
        browser.Click("button", "Make a new recovery key");
        browser.See("h1", "Sign in once more");
        Assert.Empty(browser.Axe());
        browser.Click("main button");
        browser.Click("button", "Make a new recovery key");
        browser.See("h1", "Keep this key");

        browser.Go("/settings/password"); // a page under way is not overtaken by one that hears of the end
        proxied.Proxy.Name = "somebody else";
        browser.Go("/settings");
        browser.See(".signin-card", "Example Ltd says that you are somebody else.");
        Assert.Empty(browser.Complaints());
    }

    private static void SignInThere(Browser browser)
    {
        browser.Go("/sign-in").Click("button", "Sign in at Example Ltd");
        browser.Click("a", "On to Example Ltd");
    }

    /// <summary>The provider says that all sessions of its person are over (back-channel logout).</summary>
    private async Task EndThereAsync()
    {
        var token = provider.Idp.Sign(new Dictionary<string, object?>
        {
            ["iss"] = provider.Idp.Name,
            ["aud"] = IdentityProvider.Client,
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["exp"] = DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["sub"] = "subject of wanda",
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
        });
        using var machine = new HttpClient();
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await machine.PostAsync(_site.Address + "/sign-in/provider/sign-out", form, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
