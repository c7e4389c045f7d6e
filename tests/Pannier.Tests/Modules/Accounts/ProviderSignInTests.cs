using System.Net;
using System.Text.RegularExpressions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

/// <summary>The whole way: our pages, a provider, and servers that take its tokens and nothing else.</summary>
public sealed partial class ProviderSignInTests(TokenServers servers) : IClassFixture<TokenServers>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_added_without_a_password_and_removed_with_its_tokens()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        var before = servers.Idp.LiveRefreshTokens;

        var page = await ann.PostAsync("/accounts/add/sign-in", Form());
        var link = Link(page);
        var back = await FollowAsync(link);
        var done = await ReturnAsync(ann, back);

        Assert.Equal(200, page.Status);
        Assert.Contains("rel=\"noreferrer\"", page.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/"), (done.Status, done.Location));
        var account = AccountLink().Match((await ann.GetAsync("/accounts")).Body).Groups[1].Value;
        Assert.Equal("/accounts", (await ann.PostAsync($"/accounts/{account}/test")).Location);

        var removed = await ann.PostAsync($"/accounts/{account}/remove", ("sure", "on"));
        Assert.Equal(303, removed.Status);
        Assert.Contains("given back to its provider", (await ann.GetAsync("/accounts")).Body, StringComparison.Ordinal);
        Assert.Empty(servers.Idp.LiveRefreshTokens.Except(before));
        Assert.All(servers.Idp.Given, token => Assert.DoesNotContain(site.Log.Lines, line => line.Contains(token, StringComparison.Ordinal)));
        Assert.All(servers.Idp.Given, token => Assert.DoesNotContain(token, page.Body + done.Body + done.Location, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        var back = await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", Form())));
        await ReturnAsync(ann, back);

        var again = await ReturnAsync(ann, back);

        Assert.Equal((303, "/accounts"), (again.Status, again.Location));
        Assert.Contains("used already", (await ann.GetAsync("/accounts")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_counts_in_no_other_session_and_a_stranger_is_asked_to_sign_in_without_it()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        using var elsewhere = await site.SignedInAsync("ann");
        using var ben = await site.RegisteredAsync("ben");
        await ann.GetAsync("/accounts/add");
        var back = await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", Form())));
        var asked = servers.Idp.Asked.Count;

        var other = await ReturnAsync(elsewhere, back);
        var another = await ReturnAsync(ben, back);
        using var stranger = site.Browser();
        var refused = await ReturnAsync(stranger, back);

        Assert.Equal("/accounts", other.Location);
        Assert.Equal("/accounts", another.Location);
        Assert.Equal((303, "/sign-in"), (refused.Status, refused.Location));
        Assert.Equal(asked, servers.Idp.Asked.Count);
        Assert.DoesNotContain("accounts-item", (await ben.GetAsync("/accounts")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_took_too_long_counts_for_nothing()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        var back = await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", Form())));
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal("/accounts", (await ReturnAsync(ann, back)).Location);
    }

    [Theory]
    [InlineData("iss=https%3A%2F%2Fevil.example", "did not come from Local")]
    [InlineData("", "did not come from Local")]
    public async Task An_answer_of_another_issuer_is_not_exchanged(string issuer, string words)
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        var back = await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", Form())));
        var asked = servers.Idp.Asked.Count;

        var reply = await ReturnAsync(ann, Regex.Replace(back, "iss=[^&]+", issuer));

        Assert.Equal("/accounts/add", reply.Location);
        Assert.Contains(words, (await ann.GetAsync("/accounts/add")).Body, StringComparison.Ordinal);
        Assert.Equal(asked, servers.Idp.Asked.Count);
    }

    [Fact]
    public async Task Who_says_no_at_the_provider_is_told_so_in_plain_words()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        var back = await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", Form())));

        var reply = await ReturnAsync(ann, Regex.Replace(back, "code=[^&]+", "error=access_denied"));

        Assert.Equal("/accounts/add", reply.Location);
        Assert.Contains("did not let Pannier in", (await ann.GetAsync("/accounts/add")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_as_somebody_else_is_told_and_the_tokens_go_back()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        var back = await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", [.. Form().Where(field => !field.Name.EndsWith("-user", StringComparison.Ordinal)), ("imap-user", "eve@example.org"), ("smtp-user", "eve@example.org")])));

        var reply = await ReturnAsync(ann, back);

        Assert.Equal("/accounts/add", reply.Location);
        Assert.Contains("signed in there as ada@example.org", (await ann.GetAsync("/accounts/add")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("accounts-item", (await ann.GetAsync("/accounts")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_does_it_too_once_it_was_typed()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");

        var page = await ann.PostAsync("/accounts/add/code", Form());
        var name = CodeName().Match(page.Body).Groups[1].Value;
        var early = await ann.PostAsync("/accounts/sign-in/code", ("name", name));
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        var pending = await ann.PostAsync("/accounts/sign-in/code", ("name", name));
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        var done = await ann.PostAsync("/accounts/sign-in/code", ("name", name));

        Assert.Contains("WDJB-MJHT", page.Body, StringComparison.Ordinal);
        Assert.Equal((422, 422), (early.Status, pending.Status));
        Assert.Equal((303, "/"), (done.Status, done.Location));
        Assert.Equal("/accounts", (await ann.PostAsync("/accounts/sign-in/code", ("name", name))).Location);
    }

    [Fact]
    public async Task A_lapsed_consent_is_told_and_mended_by_signing_in_again()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");
        await ReturnAsync(ann, await FollowAsync(Link(await ann.PostAsync("/accounts/add/sign-in", Form()))));
        var account = AccountLink().Match((await ann.GetAsync("/accounts")).Body).Groups[1].Value;
        servers.Idp.TakeConsentBack();
        site.Clock.Advance(TimeSpan.FromMinutes(20)); // the session goes on
        await ann.GetAsync("/accounts");
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await ann.GetAsync("/accounts");
        site.Clock.Advance(TimeSpan.FromMinutes(20));

        var failed = await ann.PostAsync($"/accounts/{account}/test");
        var list = await ann.GetAsync("/accounts");
        var reply = await ReturnAsync(ann, await FollowAsync(Link(await ann.PostAsync($"/accounts/{account}/sign-in"))));
        await ann.GetAsync("/accounts");

        Assert.Contains("Sign in with the provider again", failed.Body, StringComparison.Ordinal);
        Assert.Contains($"/accounts/{account}/sign-in", list.Body, StringComparison.Ordinal);
        Assert.Equal("/accounts", reply.Location);
        Assert.Equal("/accounts", (await ann.PostAsync($"/accounts/{account}/test")).Location);
    }

    [Fact]
    public async Task A_form_that_is_not_complete_is_shown_again_and_nobody_is_asked()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");

        var elsewhere = await ann.PostAsync("/accounts/add/sign-in", [.. Form().Where(field => field.Name != "smtp-host"), ("smtp-host", "smtp.elsewhere.example")]);
        var address = await ann.PostAsync("/accounts/add/sign-in", [.. Form().Where(field => field.Name != "address"), ("address", "nobody")]);

        Assert.Equal((422, 422), (elsewhere.Status, address.Status));
        Assert.Contains("not registered with the provider", elsewhere.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_s_registrations_are_shown_and_checked_for_administrators_alone()
    {
        await using var site = await StartAsync();
        using var root = await site.RegisteredAsync("root", Role.Administrator);
        using var ann = await site.RegisteredAsync("ann");

        var page = await root.GetAsync("/accounts/providers");
        var check = await root.PostAsync("/accounts/providers/check", ("name", "local"));
        servers.Idp.TokenAnswer = () => Microsoft.AspNetCore.Http.Results.Json(new { error = "invalid_client" }, statusCode: 401);
        var wrong = await root.PostAsync("/accounts/providers/check", ("name", "local"));
        servers.Idp.TokenAnswer = null;

        Assert.Contains("/accounts/sign-in/return", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(IdentityProvider.ClientSecret, page.Body, StringComparison.Ordinal);
        Assert.Contains("knows this client", check.Body, StringComparison.Ordinal);
        Assert.Contains("does not take this site", WebUtility.HtmlDecode(wrong.Body), StringComparison.Ordinal);
        Assert.Equal(404, (await root.PostAsync("/accounts/providers/check", ("name", "other"))).Status);
        Assert.Equal(403, (await ann.GetAsync("/accounts/providers")).Status);
        Assert.Equal(403, (await ann.PostAsync("/accounts/providers/check", ("name", "local"))).Status);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(null,
    [
        .. servers.Idp.SiteOptions(),
        ("Egress:Mail:Allow:0", $"localhost:{servers.Postfix.Imap.TlsPort}"), ("Egress:Mail:Allow:1", $"localhost:{servers.Postfix.TlsPort}"), ("Egress:Mail:ProbeTime", "00:00:20"),
        ("Egress:Mail:TrustedCertificates:0", servers.Postfix.Imap.AuthorityFile), ("Egress:Mail:TrustedCertificates:1", servers.Postfix.AuthorityFile),
    ]);

    private (string Name, string Value)[] Form() =>
    [
        ("address", Postfix.User), ("found", "nothing"), ("way", "password"), ("imap-host", "localhost"), ("imap-port", $"{servers.Postfix.Imap.TlsPort}"), ("imap-security", "tls"), ("imap-user", Postfix.User),
        ("smtp-host", "localhost"), ("smtp-port", $"{servers.Postfix.TlsPort}"), ("smtp-security", "tls"), ("smtp-user", Postfix.User), ("label", "Work"), ("person", "Ada"), ("colour", "plum"), ("password", ""), ("smtp-password", ""),
    ];

    private static string Link(Reply page)
    {
        var found = ProviderLink().Match(page.Body);
        Assert.True(found.Success, page.Body);
        return WebUtility.HtmlDecode(found.Groups[1].Value);
    }

    /// <summary>Signs in at the provider, and returns the path it sends the browser back to.</summary>
    private static async Task<string> FollowAsync(string link)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(link), Cancellation);
        return answer.Headers.Location!.PathAndQuery;
    }

    private static Task<Reply> ReturnAsync(TestBrowser browser, string path) =>
        browser.GetAsync(path, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

    [GeneratedRegex("href=\"(http[^\"]+/authorize[^\"]+)\"")]
    private static partial Regex ProviderLink();

    [GeneratedRegex("/accounts/([0-9a-f]{16})/health")]
    private static partial Regex AccountLink();

    [GeneratedRegex("name=\"name\" value=\"([0-9a-f]+)\"")]
    private static partial Regex CodeName();
}
