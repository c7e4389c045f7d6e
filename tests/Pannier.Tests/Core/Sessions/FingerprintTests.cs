using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

/// <summary>A cookie that turns up in another browser opens nothing, and the person it belongs to goes on.</summary>
public sealed class FingerprintTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    [Fact]
    public async Task Another_browser_with_the_cookie_has_to_sign_in_and_the_right_one_goes_on()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await InAsync(site, Firefox, "en-GB,en;q=0.5");
        using var thief = site.Browser();
        thief.Always["User-Agent"] = Chrome;
        thief.Cookies["__Host-pannier"] = ann.Cookies["__Host-pannier"];

        var stolen = await thief.GetAsync("/settings");
        var posted = await thief.PostAsync("/sign-out");

        Assert.Equal((303, "/sign-in?next=%2Fsettings"), (stolen.Status, stolen.Location));
        Assert.Contains("__Host-pannier", thief.Cookies.Keys); // told nothing, taken nothing
        Assert.NotEqual(303, posted.Status);
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        Assert.Contains("another browser", (await thief.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_who_signs_in_there_again_ends_the_doubted_session()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await InAsync(site, Firefox, "en");
        var before = ann.Cookies["__Host-pannier"];
        ann.Always["User-Agent"] = Chrome;

        await ann.GetAsync("/sign-in");
        Assert.Equal(303, (await ann.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status);
        using var old = site.Browser();
        old.Always["User-Agent"] = Firefox;
        old.Cookies["__Host-pannier"] = before;

        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        Assert.Equal(303, (await old.GetAsync("/settings")).Status);
        Assert.DoesNotContain("__Host-pannier", old.Cookies.Keys);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0", "en-US", 200)] // an update; the same language
    [InlineData("", "", 200)] // absent headers are not counted
    [InlineData(Firefox, "de-DE,de;q=0.9", 303)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "en", 303)]
    [InlineData("Something else/1.0", "en", 303)]
    public async Task Compares_kind_of_browser_and_primary_language(string agent, string language, int status)
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await InAsync(site, Firefox, "en-GB,en;q=0.5");

        ann.Always.Clear();
        if (agent.Length > 0) ann.Always["User-Agent"] = agent;
        if (language.Length > 0) ann.Always["Accept-Language"] = language;

        Assert.Equal(status, (await ann.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task Scripts_and_streams_may_send_another_language()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await InAsync(site, Firefox, "en");

        Assert.Equal(200, (await ann.GetAsync("/settings", ("Accept-Language", "de"), ("Sec-Fetch-Dest", "empty"))).Status is var fetched ? fetched : 0);
        Assert.Equal(200, (await ann.GetAsync("/settings", ("Pannier-Swap", "1"), ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Fact]
    public async Task A_site_may_end_such_a_session_or_look_away()
    {
        await using (var strict = await TestSite.StartAsync(null, ("Session:Mismatch", "End")))
        {
            using var ann = await InAsync(strict, Firefox, "en");
            ann.Always["User-Agent"] = Chrome;
            Assert.Equal(303, (await ann.GetAsync("/settings")).Status);
            Assert.DoesNotContain("__Host-pannier", ann.Cookies.Keys);
        }

        await using var lax = await TestSite.StartAsync(null, ("Session:Mismatch", "Ignore"));
        using var ben = await InAsync(lax, Firefox, "en");
        ben.Always["User-Agent"] = Chrome;
        Assert.Equal(200, (await ben.GetAsync("/settings")).Status);
    }

    [Theory]
    [InlineData("Ignore")]
    [InlineData("SignInAgain")]
    public async Task A_cookie_sent_to_another_of_the_sites_names_ends_the_session(string mismatch)
    {
        await using var site = await TestSite.StartAsync(null, ("Session:Mismatch", mismatch), ("Site:PublicOrigins:1", "https://mail.example.org"));
        using var ann = await InAsync(site, Firefox, "en");

        Assert.Equal(303, (await ann.GetAsync("/settings", ("Host", "mail.example.org"))).Status);
        Assert.DoesNotContain("__Host-pannier", ann.Cookies.Keys);
    }

    [Theory]
    [InlineData(AddressBinding.None, "192.0.2.1", "198.51.100.9", true)]
    [InlineData(AddressBinding.Prefix, "192.0.2.1", "192.0.2.77", true)]
    [InlineData(AddressBinding.Prefix, "192.0.2.1", "192.0.3.1", false)]
    [InlineData(AddressBinding.Prefix, "2001:db8:1:2::3", "2001:db8:1:ffff::1", true)]
    [InlineData(AddressBinding.Exact, "192.0.2.1", "192.0.2.77", false)]
    [InlineData(AddressBinding.Exact, "::ffff:192.0.2.1", "192.0.2.1", true)]
    public void The_address_counts_as_far_as_the_site_says(AddressBinding binding, string then, string now, bool same)
    {
        var key = new byte[32];
        var (before, after) = (Fingerprint.Of(key, Traits(then, binding)), Fingerprint.Of(key, Traits(now, binding)));

        Assert.Equal(same ? FingerprintVerdict.Same : FingerprintVerdict.OtherBrowser, before.Compare(after));
    }

    [Fact]
    public void Hashes_are_keyed_and_no_two_parts_read_alike()
    {
        var traits = new RequestTraits("https://a", "x", "x", "x");
        var (one, two) = (Fingerprint.Of(new byte[32], traits), Fingerprint.Of([1, .. new byte[31]], traits));

        Assert.NotEqual(one.Agent, two.Agent);
        Assert.Equal(4, new[] { one.Origin, one.Agent, one.Language, one.Address }.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(new[] { one.Origin, one.Agent, one.Language, one.Address }, part => Assert.Equal(Fingerprint.Size, part.Length));
    }

    private static RequestTraits Traits(string address, AddressBinding binding)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
        return RequestTraits.Of(http, binding);
    }

    private static async Task<TestBrowser> InAsync(TestSite site, string agent, string language)
    {
        using (await site.RegisteredAsync("ann"))
        {
            var browser = site.Browser();
            browser.Always["User-Agent"] = agent;
            browser.Always["Accept-Language"] = language;
            await browser.GetAsync("/sign-in");
            Assert.Equal(303, (await browser.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status);
            return browser;
        }
    }
}
