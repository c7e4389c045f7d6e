using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site that a portal sends people to with signed tokens: over HTTP, where the tests are the portal and sign by hand.</summary>
public sealed partial class PortalDoorTests
{
    private const string Key = "a key of thirty-two characters or more";
    private const string Issuer = "https://portal.example.org";
    private const string Passphrase = "opens the data alone";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_leads_to_a_question_and_a_yes_to_the_passphrase_once()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        var first = Token(site, "ada");

        var asked = await browser.GetAsync("/sign-in/portal?token=" + first);
        Assert.Contains("Example Ltd sent you here as ada", asked.Body, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.GetAsync("/")).Status); // a link signs nobody in
        await BeginAsync(browser, first);
        Assert.Equal(SignInBackend.Portal, Assert.Single(await site.Services.GetRequiredService<People>().AllAsync(Cancellation)).Backend);

        using var other = site.Browser();
        var second = Token(site, "ada");
        await other.GetAsync("/sign-in/portal?token=" + second);
        Assert.Equal("/unlock", (await other.PostAsync("/sign-in/portal", ("token", second))).Location);
        await other.GetAsync("/unlock");
        Assert.Equal(303, (await other.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);
        Assert.Equal(200, (await other.GetAsync("/")).Status);

        using var third = site.Browser();
        await third.GetAsync("/sign-in/portal?token=" + second);
        var again = await third.PostAsync("/sign-in/portal", ("token", second));
        Assert.Equal(401, again.Status);
        Assert.Contains("was used already", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_site_opens_the_data_a_token_is_enough_and_a_fresh_one_is_the_step_up()
    {
        await using var site = await StartAsync(("SignIn:DataOpenedBy", "Site"), ("Session:StayFor", "30.00:00:00"));
        using var browser = site.Browser();
        async Task<Reply> ComeAsync()
        {
            var token = Token(site, "ada");
            await browser.GetAsync("/sign-in/portal?token=" + token);
            return await browser.PostAsync("/sign-in/portal", ("token", token), ("stay", "yes"));
        }

        var begun = await ComeAsync();
        Assert.Contains("Keep this key", begun.Body, StringComparison.Ordinal);
        Assert.Equal(["__Host-pannier"], begun.Lasting());
        Assert.StartsWith("/confirm", (await browser.GetAsync("/settings/passphrase")).Location, StringComparison.Ordinal);
        Assert.Contains("open this site from there again", (await browser.GetAsync("/confirm")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.PostAsync("/confirm", ("yes", "yes"))).Status); // the page again
        Assert.StartsWith("/confirm", (await browser.GetAsync("/settings/passphrase")).Location, StringComparison.Ordinal);

        Assert.Equal("/settings", (await ComeAsync()).Location);
        Assert.Equal(200, (await browser.GetAsync("/settings/passphrase")).Status);
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("no signature")]
    [InlineData("no algorithm")]
    [InlineData("another algorithm")]
    [InlineData("changed")]
    [InlineData("another issuer")]
    [InlineData("no issuer")]
    [InlineData("another audience")]
    [InlineData("too old")]
    [InlineData("too long")]
    [InlineData("no end")]
    [InlineData("not yet")]
    [InlineData("no number")]
    [InlineData("no name")]
    [InlineData("nonsense")]
    public async Task A_token_that_is_not_just_right_lets_nobody_in(string how)
    {
        await using var site = await StartAsync();
        var now = site.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = Claims(site, "ada");
        var right = Sign(claims);
        var token = how switch
        {
            "another key" => Sign(claims, key: Key + "!"),
            "no signature" => right[..(right.LastIndexOf('.') + 1)],
            "no algorithm" => Sign(claims, algorithm: "none")[..(Sign(claims, algorithm: "none").LastIndexOf('.') + 1)],
            "another algorithm" => Sign(claims, algorithm: "HS512"),
            "changed" => Sign(Claims(site, "ben")).Split('.') is [var head, var body, _] ? $"{head}.{body}.{right.Split('.')[2]}" : "",
            "another issuer" => Sign(new(claims) { ["iss"] = "https://portal.example.com" }),
            "no issuer" => Sign(Without(claims, "iss")),
            "another audience" => Sign(new(claims) { ["aud"] = "https://elsewhere.example.org" }),
            "too old" => Sign(new(claims) { ["exp"] = now - 11 }),
            "too long" => Sign(new(claims) { ["exp"] = now + 131 }),
            "no end" => Sign(Without(claims, "exp")),
            "not yet" => Sign(new(claims) { ["nbf"] = now + 60 }),
            "no number" => Sign(Without(claims, "jti")),
            "no name" => Sign(Without(claims, "sub")),
            _ => "nonsense",
        };
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");

        var asked = await browser.GetAsync("/sign-in/portal?token=" + token);
        var tried = await browser.PostAsync("/sign-in/portal", ("token", token));

        Assert.Equal((401, 401), (asked.Status, tried.Status));
        Assert.Contains("is not from there", tried.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"ticket\"", (await browser.PostAsync("/sign-in/portal", ("token", right))).Body, StringComparison.Ordinal); // the right one does
    }

    [Fact]
    public async Task Another_site_cannot_make_a_browser_say_yes()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        var token = Token(site, "mallory");
        await browser.GetAsync("/sign-in");

        var posted = await browser.SendAsync(HttpMethod.Post, "/sign-in/portal", TestBrowser.Form(("csrf", browser.Csrf), ("token", token)), ("Sec-Fetch-Site", "cross-site"));
        var fetched = await browser.GetAsync("/sign-in/portal?token=" + token, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image"));
        var led = await browser.GetAsync("/sign-in/portal?token=" + token, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

        Assert.Equal((403, 403, 200), (posted.Status, fetched.Status, led.Status));
        Assert.Contains("sent you here as mallory", led.Body, StringComparison.Ordinal);
        Assert.Empty(await site.Services.GetRequiredService<People>().AllAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_is_signed_in_as_somebody_else_is_told_before()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        var ada = Token(site, "ada");
        await browser.GetAsync("/sign-in/portal?token=" + ada);
        await BeginAsync(browser, ada);

        Assert.Contains("You are signed in here as ada", (await browser.GetAsync("/sign-in/portal?token=" + Token(site, "ben"))).Body, StringComparison.Ordinal);
        var back = Token(site, "ada");
        Assert.DoesNotContain("You are signed in here as", (await browser.GetAsync("/sign-in/portal?token=" + back)).Body, StringComparison.Ordinal);
        Assert.Equal("/", (await browser.PostAsync("/sign-in/portal", ("token", back))).Location);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Used_tokens_are_kept_as_hashes_until_they_would_be_too_old()
    {
        await using var site = await StartAsync();
        using var browser = site.Browser();
        var token = Token(site, "ada");
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in/portal", ("token", token));
        Assert.Equal(1, await KeptAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        var next = Token(site, "ada");
        await browser.GetAsync("/sign-in");

        await browser.PostAsync("/sign-in/portal", ("token", next));

        Assert.Equal(1, await KeptAsync(site));
    }

    [Fact]
    public async Task A_site_without_a_portal_takes_no_token()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");

        Assert.Equal((401, 401), ((await browser.GetAsync("/sign-in/portal?token=" + Token(site, "ada"))).Status, (await browser.PostAsync("/sign-in/portal", ("token", Token(site, "ada")))).Status));
    }

    private static Task<TestSite> StartAsync(params (string Key, string Value)[] more) =>
        TestSite.StartAsync(null, [("SignIn:Backend", "Portal"), ("SignIn:VouchedBy", "Example Ltd"), ("SignIn:Admit", "Everybody"), ("Portal:Issuer", Issuer), ("Portal:Key", Key), .. more]);

    /// <summary>Says yes for the first time, and chooses the passphrase.</summary>
    private static async Task BeginAsync(TestBrowser browser, string token)
    {
        var ticket = Ticket().Match((await browser.PostAsync("/sign-in/portal", ("token", token))).Body).Groups[1].Value;
        Assert.Contains("Keep this key", (await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase))).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    private static Task<long> KeptAsync(TestSite site) =>
        site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM used_token"), Cancellation);

    private static string Token(TestSite site, string name) => Sign(Claims(site, name));

    private static Dictionary<string, object> Claims(TestSite site, string name) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = site.Address.GetLeftPart(UriPartial.Authority),
        ["sub"] = name,
        ["exp"] = site.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString("N"),
    };

    private static Dictionary<string, object> Without(Dictionary<string, object> claims, string name) => claims.Where(claim => claim.Key != name).ToDictionary();

    private static string Sign(Dictionary<string, object> claims, string algorithm = "HS256", string key = Key)
    {
        var text = $"{Base64(JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, typ = "JWT" }))}.{Base64(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var (octets, secret) = (Encoding.ASCII.GetBytes(text), Encoding.UTF8.GetBytes(key));
        return $"{text}.{Base64(algorithm == "HS512" ? HMACSHA512.HashData(secret, octets) : HMACSHA256.HashData(secret, octets))}";
    }

    private static string Base64(byte[] bytes) => Base64Url.EncodeToString(bytes);

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
