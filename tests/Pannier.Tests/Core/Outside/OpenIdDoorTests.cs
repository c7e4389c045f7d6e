using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site whose people sign in at an identity provider: one on loopback that signs, and browsers that go there and back.</summary>
public sealed partial class OpenIdDoorTests : IAsyncLifetime
{
    private const string Passphrase = "opens the data alone";
    private IdentityProvider _idp = null!; // made before any test runs

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _idp = await IdentityProvider.StartAsync();
        _idp.Person = "ada";
    }

    public ValueTask DisposeAsync() => _idp.DisposeAsync();

    [Fact]
    public async Task Whoever_the_provider_signs_in_chooses_a_passphrase_and_gives_it_from_then_on()
    {
        await using var site = await StartAsync();
        using var browser = await BegunAsync(site);
        Assert.Equal((200, SignInBackend.OpenId), ((await browser.GetAsync("/")).Status, Assert.Single(await PeopleOf(site).AllAsync(Cancellation)).Backend));

        using var other = site.Browser();
        var back = await other.GetAsync(await ThereAsync(other, "/accounts"));
        Assert.Equal((303, "/unlock?next=%2Faccounts"), (back.Status, back.Location));
        await other.GetAsync("/unlock?next=%2Faccounts");
        Assert.Equal(422, (await other.PostAsync("/unlock/passphrase", ("passphrase", "not this one"))).Status);
        Assert.Equal("/accounts", (await other.PostAsync("/unlock/passphrase", ("passphrase", Passphrase), ("next", "/accounts"))).Location);
        Assert.Equal(200, (await other.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_wish_to_stay_goes_to_the_provider_and_back_and_waits_for_the_passphrase()
    {
        await using var site = await StartAsync(("Session:StayFor", "30.00:00:00"));
        (await BegunAsync(site)).Dispose();
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        var back = await browser.GetAsync(await BackAsync(UrlOf(await browser.PostAsync("/sign-in/provider", ("stay", "yes"), ("own", "yes")))));

        await browser.GetAsync("/unlock");
        var opened = await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase));

        Assert.Empty(back.Lasting());
        Assert.Equal(["__Host-pannier", "__Host-pannier-device"], opened.Lasting());
    }

    [Fact]
    public async Task The_question_has_proofs_of_its_own_and_the_way_there_is_a_link()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");

        var page = await browser.PostAsync("/sign-in/provider");

        Assert.Equal(200, page.Status); // no redirect: form-action would forbid it
        var url = UrlOf(page);
        Assert.StartsWith(_idp.Name + "/authorize?response_type=code&response_mode=query&", url, StringComparison.Ordinal);
        foreach (var part in (string[])["code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "scope=openid%20profile%20email"]) Assert.Contains(part, url, StringComparison.Ordinal);
        Assert.DoesNotContain("login_hint", url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_the_browser_that_asked()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        using var victim = site.Browser();
        await victim.GetAsync("/sign-in");
        var back = await ThereAsync(browser);
        var late = await ThereAsync(browser);

        Assert.Contains("began in another browser", (await victim.GetAsync(back)).Body, StringComparison.Ordinal);
        Assert.Contains("name=\"ticket\"", (await browser.GetAsync(back)).Body, StringComparison.Ordinal);
        Assert.Contains("This sign-in is over", (await browser.GetAsync(back)).Body, StringComparison.Ordinal);
        Assert.Contains("This sign-in is over", (await browser.GetAsync("/sign-in/return?code=1&state=made-up")).Body, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("This sign-in is over", (await browser.GetAsync(late)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("nonce")]
    [InlineData("exp")]
    [InlineData("at_hash")]
    [InlineData("azp")]
    [InlineData("no sub")]
    [InlineData("no name")]
    [InlineData("unsigned")]
    [InlineData("signed by another key")]
    [InlineData("signed by the public key as if it were shared")]
    [InlineData("signed by the client's secret")]
    [InlineData("named by another issuer")]
    public async Task An_answer_that_is_not_just_right_lets_nobody_in(string how)
    {
        await using var site = await StartAsync();
        using var other = RSA.Create(2048);
        switch (how)
        {
            case "iss": _idp.Claims["iss"] = "https://login.example.org"; break;
            case "aud": _idp.Claims["aud"] = "another client"; break;
            case "nonce": _idp.Claims["nonce"] = "another"; break;
            case "exp": _idp.Claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds(); break;
            case "at_hash": _idp.Claims["at_hash"] = "another"; break;
            case "azp": _idp.Claims["azp"] = "another client"; break;
            case "no sub": _idp.Claims["sub"] = null; break;
            case "no name": _idp.Claims["preferred_username"] = null; break;
            case "unsigned": _idp.Signs = claims => IdentityProvider.Sign(claims, "none", _ => []); break;
            case "signed by another key": _idp.Signs = claims => IdentityProvider.Sign(claims, "RS256", octets => other.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)); break;
            case "signed by the public key as if it were shared": _idp.Signs = claims => IdentityProvider.Sign(claims, "HS256", octets => HMACSHA256.HashData(_idp.PublicKeyText(), octets)); break;
            case "signed by the client's secret": _idp.Signs = claims => IdentityProvider.Sign(claims, "HS256", octets => HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(IdentityProvider.ClientSecret), octets)); break;
            default: _idp.ReturnIssuer = "https://login.example.org"; break;
        }

        using var browser = site.Browser();
        var answer = await browser.GetAsync(await ThereAsync(browser));

        Assert.Equal(401, answer.Status);
        Assert.Contains("cannot be relied on", answer.Body, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_no_and_a_provider_that_is_away_are_told()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        _idp.ReturnError = "access_denied";
        Assert.Contains("Example Ltd did not sign you in", (await browser.GetAsync(await ThereAsync(browser))).Body, StringComparison.Ordinal);
        _idp.ReturnError = null;
        _idp.TokenAnswer = () => Microsoft.AspNetCore.Http.Results.StatusCode(503);
        Assert.Contains("Example Ltd could not be asked", (await browser.GetAsync(await ThereAsync(browser))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_known_by_what_never_changes_and_a_name_given_on_is_nobodys()
    {
        await using var site = await StartAsync();
        (await BegunAsync(site)).Dispose();
        _idp.Claims["preferred_username"] = "ada.lovelace";
        using var renamed = site.Browser();
        Assert.Equal("/unlock", (await renamed.GetAsync(await ThereAsync(renamed))).Location);

        (_idp.Claims["preferred_username"], _idp.Claims["sub"]) = ("ada", "somebody else");
        using var another = site.Browser();
        var answer = await another.GetAsync(await ThereAsync(another));

        Assert.Equal(401, answer.Status);
        Assert.Contains("this site does not know you yet", answer.Body, StringComparison.Ordinal);
        Assert.Single(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task An_address_is_a_name_only_where_the_provider_says_that_it_is_verified()
    {
        await using var site = await StartAsync(("OpenId:NameClaim", "email"));
        _idp.Claims["email"] = "ada@example.org";
        using var browser = site.Browser();
        Assert.Equal(401, (await browser.GetAsync(await ThereAsync(browser))).Status);

        _idp.Claims["email_verified"] = true;
        Assert.Contains("ada@example.org, Example Ltd says", (await browser.GetAsync(await ThereAsync(browser))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_after_the_sessions_end_is_offered_when_the_person_is_back_from_the_provider()
    {
        await using var site = await StartAsync();
        using var browser = await BegunAsync(site);
        await browser.GetAsync("/settings");
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var parcel = Parcel().Match((await browser.PostAsync("/settings", ("setting", "appearance.theme=dark"))).Body).Groups[1].Value;
        await browser.GetAsync("/sign-in");
        Assert.Equal(200, (await browser.PostAsync("/sign-in", ("carried", parcel))).Status);

        Assert.Equal("/unlock", (await browser.GetAsync(await ThereAsync(browser))).Location);
        await browser.GetAsync("/unlock");
        Assert.Equal("/carried", (await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Location);
        Assert.Contains("value=\"appearance.theme=dark\"", (await browser.GetAsync("/carried")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_up_asks_the_provider_once_more_and_wants_a_sign_in_of_just_now()
    {
        await using var site = await StartAsync();
        using var browser = await BegunAsync(site);
        Assert.Contains("Sign in at Example Ltd", (await browser.GetAsync("/confirm?next=%2Fsettings%2Fpassword")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.PostAsync("/confirm", ("current", Passphrase))).Status); // the form again: the passphrase is not what is asked for
        Assert.NotEqual(SignInLevel.Recent, LevelOf(site));

        _idp.Claims["auth_time"] = site.Clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds();
        Assert.Equal("/confirm?next=%2Fsettings%2Fpassword", (await browser.GetAsync(await AgainAsync(browser))).Location);
        Assert.Equal("0", _idp.LastQuestion["max_age"]);
        _idp.Claims["auth_time"] = null;
        Assert.Equal("/confirm?next=%2Fsettings%2Fpassword", (await browser.GetAsync(await AgainAsync(browser))).Location);
        _idp.Claims.Remove("auth_time");
        (_idp.Claims["sub"], _idp.Claims["preferred_username"]) = ("somebody else", "ben");
        Assert.Equal("/confirm?next=%2Fsettings%2Fpassword", (await browser.GetAsync(await AgainAsync(browser))).Location);
        Assert.NotEqual(SignInLevel.Recent, LevelOf(site));

        _idp.Claims.Clear();
        Assert.Equal("/settings/password", (await browser.GetAsync(await AgainAsync(browser))).Location);
        Assert.Equal(SignInLevel.Recent, LevelOf(site));
    }

    [Fact]
    public async Task Where_the_site_opens_the_data_a_sign_in_is_enough_and_a_new_one_opens_the_root_key()
    {
        await using var site = await StartAsync(("SignIn:DataOpenedBy", "Site"));
        using var browser = site.Browser();
        Assert.Contains("Keep this key", (await browser.GetAsync(await ThereAsync(browser))).Body, StringComparison.Ordinal);
        using var again = site.Browser();
        Assert.Equal("/accounts", (await again.GetAsync(await ThereAsync(again, "/accounts"))).Location);

        await again.GetAsync("/settings/password");
        Assert.Equal("/confirm?next=%2Fsettings%2Fpassword", (await again.PostAsync("/settings/recovery-key")).Location);
        await again.GetAsync(await AgainAsync(again));
        await again.GetAsync("/settings/password");
        Assert.Contains("Keep this key", (await again.PostAsync("/settings/recovery-key")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sid")]
    [InlineData("sub")]
    public async Task The_provider_ends_sessions_by_its_own_request(string by)
    {
        await using var site = await StartAsync();
        using var browser = await BegunAsync(site);
        using var machine = site.Browser();
        var claims = Logout(site);
        claims[by == "sid" ? "sub" : "sid"] = null;
        var token = _idp.Sign(claims);

        Assert.Equal(200, (await LogoutAsync(machine, token)).Status);

        Assert.Equal(303, (await browser.GetAsync("/")).Status);
        Assert.Equal(400, (await LogoutAsync(machine, token)).Status); // once
    }

    [Theory]
    [InlineData("another session")]
    [InlineData("another person")]
    public async Task Whoever_else_is_here_stays(string who)
    {
        await using var site = await StartAsync();
        using var browser = await BegunAsync(site);
        using var machine = site.Browser();
        var claims = Logout(site);
        (claims["sid"], claims["sub"]) = who == "another session" ? ("of another browser", claims["sub"]) : (null, "subject of ben");

        Assert.Equal(200, (await LogoutAsync(machine, _idp.Sign(claims))).Status);

        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("an id token")]
    [InlineData("nonce")]
    [InlineData("no jti")]
    [InlineData("nobody")]
    [InlineData("too old")]
    [InlineData("aud")]
    [InlineData("unsigned")]
    [InlineData("nonsense")]
    public async Task A_logout_token_that_is_not_just_right_ends_nothing(string how)
    {
        await using var site = await StartAsync();
        using var browser = await BegunAsync(site);
        using var machine = site.Browser();
        var claims = Logout(site);
        switch (how)
        {
            case "an id token": claims["events"] = null; break;
            case "nonce": claims["nonce"] = "one"; break;
            case "no jti": claims["jti"] = null; break;
            case "nobody": (claims["sid"], claims["sub"]) = (null, null); break;
            case "too old": claims["iat"] = site.Clock.GetUtcNow().AddMinutes(-11).ToUnixTimeSeconds(); break;
            case "aud": claims["aud"] = "another client"; break;
        }

        var token = how switch { "unsigned" => IdentityProvider.Sign(claims, "none", _ => []), "nonsense" => "nonsense", _ => _idp.Sign(claims) };

        Assert.Equal(400, (await LogoutAsync(machine, token)).Status);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Where_its_keys_or_a_token_cannot_be_read_nothing_is_believed()
    {
        (_idp.Metadata["jwks_uri"], _idp.Metadata["keys"]) = (_idp.Name + "/.well-known/openid-configuration", "no list of keys");
        await using var site = await StartAsync();
        using var browser = site.Browser();
        using var machine = site.Browser();

        Assert.Equal(401, (await browser.GetAsync(await ThereAsync(browser))).Status);
        Assert.Equal(400, (await LogoutAsync(machine, _idp.Sign(Logout(site)))).Status);
        Assert.Equal(400, (await LogoutAsync(machine, "AAAA.AAAA.AAAA")).Status);
    }

    [Theory]
    [InlineData(384)]
    [InlineData(512)]
    public async Task A_longer_hash_signs_as_well_and_binds_the_access_token(int bits)
    {
        _idp.Bits = bits;
        await using var site = await StartAsync();
        using var browser = site.Browser();

        Assert.Contains("name=\"ticket\"", (await browser.GetAsync(await ThereAsync(browser))).Body, StringComparison.Ordinal);
        _idp.Claims["at_hash"] = "of another";
        Assert.Equal(401, (await browser.GetAsync(await ThereAsync(browser))).Status);
    }

    [Fact]
    public async Task Nobody_comes_in_uninvited_and_a_site_without_a_provider_sends_nobody_anywhere()
    {
        await using var site = await TestSite.StartAsync(null, _idp.DoorOptions());
        using var browser = site.Browser();
        Assert.Equal(401, (await browser.GetAsync(await ThereAsync(browser))).Status);
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));

        await using var local = await TestSite.StartAsync();
        using var visitor = local.Browser();
        await visitor.GetAsync("/sign-in");
        Assert.DoesNotContain("/authorize", (await visitor.PostAsync("/sign-in/provider")).Body, StringComparison.Ordinal);
        Assert.Equal((401, 400), ((await visitor.GetAsync("/sign-in/return?code=1&state=2")).Status, (await LogoutAsync(visitor, _idp.Sign(Logout(local)))).Status));
    }

    private Task<TestSite> StartAsync(params (string Key, string Value)[] more) => TestSite.StartAsync(null, [.. _idp.DoorOptions(), ("SignIn:Admit", "Everybody"), .. more]);

    /// <summary>Somebody who has come for the first time and chosen the passphrase.</summary>
    private async Task<TestBrowser> BegunAsync(TestSite site)
    {
        var browser = site.Browser();
        var ticket = Ticket().Match((await browser.GetAsync(await ThereAsync(browser))).Body).Groups[1].Value;
        Assert.Contains("Keep this key", (await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase))).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        return browser;
    }

    /// <summary>Goes to the provider, and says where it sends the browser back to.</summary>
    private async Task<string> ThereAsync(TestBrowser browser, string? next = null)
    {
        await browser.GetAsync("/sign-in");
        return await BackAsync(UrlOf(await browser.PostAsync("/sign-in/provider", next is null ? [] : [("next", next)])));
    }

    private async Task<string> AgainAsync(TestBrowser browser)
    {
        await browser.GetAsync("/confirm?next=%2Fsettings%2Fpassword");
        return await BackAsync(UrlOf(await browser.PostAsync("/confirm/provider", ("next", "/settings/password"))));
    }

    private async Task<string> BackAsync(string url)
    {
        using var outside = new TestBrowser(_idp.Address);
        return new Uri((await outside.SendAsync(HttpMethod.Get, new Uri(url).PathAndQuery, null)).Location!).PathAndQuery;
    }

    private Dictionary<string, object?> Logout(TestSite site) => new()
    {
        ["iss"] = _idp.Name,
        ["aud"] = IdentityProvider.Client,
        ["iat"] = site.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = site.Clock.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString("N"),
        ["sub"] = "subject of ada",
        ["sid"] = "session of ada",
        ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
    };

    private static Task<Reply> LogoutAsync(TestBrowser machine, string token) => machine.SendAsync(HttpMethod.Post, "/sign-in/provider/sign-out", TestBrowser.Form(("logout_token", token)));

    private static SignInLevel LevelOf(TestSite site) => Assert.Single(site.Services.GetRequiredService<LiveSessions>().OnePerPerson()).Level;

    private static People PeopleOf(TestSite site) => site.Services.GetRequiredService<People>();

    private static string UrlOf(Reply page) => WebUtility.HtmlDecode(Link().Match(page.Body).Groups[1].Value);

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("name=\"carried\" value=\"([^\"]+)\"")]
    private static partial Regex Parcel();

    [GeneratedRegex("href=\"(http[^\"]+/authorize[^\"]+)\"")]
    private static partial Regex Link();
}
