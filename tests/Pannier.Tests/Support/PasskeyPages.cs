using System.Net;
using System.Text.RegularExpressions;

namespace Pannier.Tests.Support;

/// <summary>What the page's script does about passkeys, for browsers of tests.</summary>
internal static partial class PasskeyPages
{
    public static string Origin(this TestSite site) => site.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Asks the server what to ask an authenticator.</summary>
    public static async Task<(string Options, string Ticket)> QuestionAsync(this TestBrowser browser, string path, params (string Name, string Value)[] fields)
    {
        var reply = await browser.SwapAsync(path, fields);
        var found = Asked().Match(reply.Body);
        Assert.True(reply.Status == 200 && found.Success, $"{reply.Status} {reply.Body}");
        return (WebUtility.HtmlDecode(found.Groups[1].Value), WebUtility.HtmlDecode(found.Groups[2].Value));
    }

    /// <summary>Gives the password again (step-up).</summary>
    public static async Task ConfirmAsync(this TestBrowser browser)
    {
        await browser.GetAsync("/confirm");
        Assert.Equal(303, (await browser.PostAsync("/confirm", ("current", TestSite.Password))).Status);
        await browser.GetAsync("/settings/passkeys/add");
    }

    /// <summary>Shows a passkey in place of the password given again (step-up).</summary>
    public static async Task ConfirmByPasskeyAsync(this TestBrowser browser, SoftAuthenticator authenticator)
    {
        await browser.GetAsync("/confirm");
        var (options, _) = await browser.QuestionAsync("/confirm/passkey/begin");
        Assert.Equal(303, (await browser.PostAsync("/confirm/passkey", ("credential", authenticator.Show(options)))).Status);
        await browser.GetAsync("/settings/passkeys/add");
    }

    /// <summary>Adds a passkey in the settings, once the password was given again.</summary>
    public static async Task<Reply> AddPasskeyAsync(this TestBrowser browser, SoftAuthenticator authenticator, string name = "blue key")
    {
        var (options, _) = await browser.QuestionAsync("/settings/passkeys/begin");
        return await browser.PostAsync("/settings/passkeys/add", ("name", name), ("credential", authenticator.Make(options)));
    }

    /// <summary>Adds one that signs in alone.</summary>
    public static async Task<Reply> AddPasskeyAloneAsync(this TestBrowser browser, SoftAuthenticator authenticator, string? key = null)
    {
        var (options, _) = await browser.QuestionAsync("/settings/passkeys/begin", ("alone", "yes"), ("current", TestSite.Password));
        return await browser.PostAsync("/settings/passkeys/add", ("name", "telephone"), ("alone", "yes"), ("current", TestSite.Password), ("credential", authenticator.Make(options)), ("key", key ?? authenticator.Key(options)));
    }

    /// <summary>Answers, in a session that waits for its second factor.</summary>
    public static async Task<Reply> ShowPasskeyAsync(this TestBrowser browser, SoftAuthenticator authenticator)
    {
        var (options, _) = await browser.QuestionAsync("/second-factor/passkey/begin");
        return await browser.PostAsync("/second-factor/passkey", ("credential", authenticator.Show(options)));
    }

    /// <summary>Signs in alone.</summary>
    public static async Task<Reply> OpenByPasskeyAsync(this TestBrowser browser, SoftAuthenticator authenticator, string? key = null)
    {
        await browser.GetAsync("/sign-in");
        var (options, ticket) = await browser.QuestionAsync("/sign-in/passkey/begin");
        return await browser.PostAsync("/sign-in/passkey", ("ticket", ticket), ("credential", authenticator.Show(options)), ("key", key ?? authenticator.Key(options)));
    }

    /// <summary>A browser whose person has given the password, and is asked for more.</summary>
    public static async Task<TestBrowser> HalfInAsync(this TestSite site, string name = "ann")
    {
        var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        Assert.Equal("/second-factor", (await browser.PostAsync("/sign-in", ("name", name), ("password", TestSite.Password))).Location);
        await browser.GetAsync("/second-factor");
        return browser;
    }

    [GeneratedRegex("data-passkey-options=\"([^\"]*)\"(?: data-ticket=\"([^\"]*)\")?")]
    private static partial Regex Asked();
}
