using Microsoft.AspNetCore.Http;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Humans;

/// <summary>A service's check: its script on one page of its own, its answer verified, and no pass for anything but a plain yes for this site.</summary>
public sealed class HumanVendorTests
{
    [Theory]
    [InlineData("ReCaptcha2", "g-recaptcha-response", "https://www.google.com/recaptcha/api.js?trustedtypes=true", "class=\"g-recaptcha\" data-sitekey=\"key-in-the-page\"")]
    [InlineData("ReCaptcha3", "g-recaptcha-response", "https://www.google.com/recaptcha/api.js?trustedtypes=true&amp;render=key-in-the-page", "data-score=\"key-in-the-page\"")]
    [InlineData("Turnstile", "cf-turnstile-response", "https://challenges.cloudflare.com/turnstile/v0/api.js", "class=\"cf-turnstile\" data-sitekey=\"key-in-the-page\"")]
    [InlineData("HCaptcha", "h-captcha-response", "https://js.hcaptcha.com/1/api.js", "class=\"h-captcha\" data-sitekey=\"key-in-the-page\"")]
    public async Task Before_each_password_a_service_is_asked_on_a_page_of_its_own(string kind, string field, string script, string element)
    {
        await using var service = await SiteVerify.StartAsync();
        service.Answer = () => Results.Json(new { success = true, hostname = "127.0.0.1", score = 0.9, action = "signin" });
        await using var site = await TestSite.StartAsync(null, service.Options(kind));
        (await site.RegisteredAsync("ann")).Dispose();
        using var visitor = site.Browser();

        Assert.Equal("/human-check", (await visitor.GetAsync("/sign-in")).Location);
        var page = await visitor.GetAsync("/human-check");
        Assert.Contains($"src=\"{script}\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(element, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-site", page.Body, StringComparison.Ordinal);
        Assert.Contains(new Uri(script.Split('?')[0]).Host.Split('.')[^2], page.Header("Content-Security-Policy")!, StringComparison.Ordinal);

        var passed = await visitor.PostAsync("/human-check/pass", (field, "what-the-script-gave"));
        Assert.Equal((303, "/sign-in"), (passed.Status, passed.Location));
        var asked = Assert.Single(service.Asked);
        Assert.Equal(("secret-of-the-site", "what-the-script-gave", 2), (asked["secret"], asked["response"], asked.Count)); // and not the visitor's address
        var form = await visitor.GetAsync("/sign-in");
        Assert.DoesNotContain("https://", form.Header("Content-Security-Policy")!, StringComparison.Ordinal); // no service's script runs where a password is typed
        Assert.Equal(303, (await visitor.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status);
    }

    public static TheoryData<string, string, string> Refusals() => new()
    {
        { "ReCaptcha2", """{"success":false}""", "That did not work" },
        { "ReCaptcha2", """{"success":"true","hostname":"127.0.0.1"}""", "That did not work" },
        { "ReCaptcha2", """{"success":true}""", "That did not work" },
        { "ReCaptcha2", """{"success":true,"hostname":"elsewhere.example"}""", "That did not work" },
        { "ReCaptcha2", """["success"]""", "That did not work" },
        { "ReCaptcha2", "no json", "could not be asked" },
        { "ReCaptcha3", """{"success":true,"hostname":"127.0.0.1"}""", "That did not work" },
        { "ReCaptcha3", """{"success":true,"hostname":"127.0.0.1","score":0.4,"action":"signin"}""", "That did not work" },
        { "ReCaptcha3", """{"success":true,"hostname":"127.0.0.1","score":0.9,"action":"other"}""", "That did not work" },
        { "HCaptcha", """{"success":false,"error-codes":["invalid-input-secret"]}""", "That did not work" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Whatever_is_not_a_plain_yes_for_this_site_is_no_pass(string kind, string answer, string said)
    {
        await using var service = await SiteVerify.StartAsync();
        service.Answer = () => Results.Text(answer, "application/json");
        await using var site = await TestSite.StartAsync(null, service.Options(kind));
        using var visitor = site.Browser();
        await visitor.GetAsync("/human-check");

        var reply = await visitor.PostAsync("/human-check/pass", (kind == "HCaptcha" ? "h-captcha-response" : "g-recaptcha-response", "given"));

        Assert.Contains(reply.Status, new[] { 401, 503 });
        Assert.Contains(said, reply.Body, StringComparison.Ordinal);
        Assert.Equal("/human-check", (await visitor.GetAsync("/sign-in")).Location);
        if (answer.Contains("secret", StringComparison.Ordinal)) Assert.Contains(site.Log.Lines, line => line.Contains("HumanCheck:SecretKey is wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_fails_or_may_not_be_asked_lets_nobody_by()
    {
        await using var service = await SiteVerify.StartAsync();
        service.Answer = () => Results.StatusCode(500);
        await using var site = await TestSite.StartAsync(null, service.Options("Turnstile"));
        using var visitor = site.Browser();
        await visitor.GetAsync("/human-check");
        var failing = await visitor.PostAsync("/human-check/pass", ("cf-turnstile-response", "given"));
        Assert.Equal(503, failing.Status);
        Assert.Contains("Turnstile could not be asked", failing.Body, StringComparison.Ordinal);
        Assert.Equal(401, (await visitor.PostAsync("/human-check/pass", ("g-recaptcha-response", "of-another-service"))).Status);
        Assert.Single(service.Asked);

        await using var forbidden = await TestSite.StartAsync(null, [.. service.Options("Turnstile").Where(option => option.Key != "Egress:Identity:AllowClearText:0")]);
        using var other = forbidden.Browser();
        await other.GetAsync("/human-check");
        Assert.Equal(503, (await other.PostAsync("/human-check/pass", ("cf-turnstile-response", "given"))).Status);
        Assert.Single(service.Asked); // in clear text nothing is sent, unless the site allows it
    }

    [Fact]
    public async Task Answers_that_are_wrong_again_and_again_wait_like_passwords()
    {
        await using var service = await SiteVerify.StartAsync();
        service.Answer = () => Results.Json(new { success = false });
        await using var site = await TestSite.StartAsync(null, service.Options("HCaptcha"));
        using var visitor = site.Browser();
        await visitor.GetAsync("/human-check");
        for (var i = 0; i < 6; i++) Assert.Equal(401, (await visitor.PostAsync("/human-check/pass", ("h-captcha-response", "given"), ("g-recaptcha-response", "given"))).Status);

        var waiting = await visitor.PostAsync("/human-check/pass", ("h-captcha-response", "given"));

        Assert.Equal((429, 6), (waiting.Status, service.Asked.Count));
        Assert.NotNull(waiting.Header("Retry-After"));
    }

    [Fact]
    public async Task No_service_runs_for_somebody_who_is_signed_in()
    {
        await using var service = await SiteVerify.StartAsync();
        await using var site = await TestSite.StartAsync(null, service.Options("ReCaptcha2"));
        using var ann = await site.RegisteredAsync("ann");

        Assert.Equal(303, (await ann.GetAsync("/human-check")).Status);
        Assert.Equal(303, (await ann.PostAsync("/human-check/pass", ("g-recaptcha-response", "given"))).Status);
        Assert.Empty(service.Asked);
    }

    [Theory]
    [InlineData("ReCaptcha2")]
    [InlineData("None", "HumanCheck:SiteKey", "x")]
    [InlineData("Turnstile", "HumanCheck:SiteKey", "x")]
    [InlineData("Turnstile", "HumanCheck:SiteKey", "x", "HumanCheck:SecretKey", "y", "HumanCheck:VerifyUrl", "no address")]
    public async Task What_is_missing_or_contradicts_stops_the_start(string kind, params string[] more)
    {
        var options = new List<(string, string)> { ("HumanCheck:Kind", kind) };
        for (var i = 0; i < more.Length; i += 2) options.Add((more[i], more[i + 1]));

        var refused = await Assert.ThrowsAsync<StartRefused>(() => TestSite.StartAsync(null, [.. options]));

        Assert.Contains("HumanCheck", refused.Message, StringComparison.Ordinal);
    }
}
