using OtpNet;
using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public async Task A_code_is_asked_for_after_the_password_once_it_is_set_up()
    {
        var (name, password) = ($"pia-{Script}", Password);
        await RegisterAsync(name);

        // Set up.
        Browser.Go("/settings/second-factor").Fill("#begin-current", "not my password at all").Click("main .button-primary");
        Browser.See("#begin-current-error", "not your password");
        Browser.Fill("#begin-current", password).Click("main .button-primary");
        Browser.See(".factors-qr");
        var secret = new Totp(Base32Encoding.ToBytes(string.Concat(Browser.Texts(".factors-secret span"))));
        Browser.Fill("#code", "000000").Click("main .button-primary");
        Browser.See("#code-error", "not the code");
        Browser.Fill("#code", secret.ComputeTotp(DateTime.UtcNow)).Click("main .button-primary");
        Browser.See("h1", "Your recovery codes");
        var codes = Browser.Texts(".factors-codes li");
        Assert.Equal(10, codes.Count);
        Browser.Click("main a", "I have kept them");
        Browser.See(".callout", "A code is asked for at every sign-in");

        // Asked for, before anything else.
        SignOut();
        SignIn(name, password);
        Browser.See("h1", "One more thing");
        Browser.Go("/mail/inbox");
        Assert.Equal("/second-factor", Browser.Path);
        Browser.Fill("#code", "123456").Click(".signin-card button");
        Browser.See("[role=alert]", "not right");
        Browser.Fill("#code", codes[0].ToLowerInvariant()).Click(".signin-card button");
        Browser.See("#notices", "9 are left");

        // And taken away.
        Browser.Go("/settings/second-factor").Fill("#remove-current", password).Fill("#remove-code", codes[1]).Click("main .button-danger");
        Browser.See("#notices", "is off");
        SignOut();
        SignIn(name, password);
        Browser.See("h2", "No mail account yet");
    }
}
