using Pannier.Core.Http;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http;

/// <summary>The content security policies held against the rules by which evaluators grade them.</summary>
public sealed class PolicyGradeTests
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "default-src", "base-uri", "form-action", "frame-ancestors", "script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "frame-src",
        "require-trusted-types-for", "trusted-types", "report-uri", "report-to", "sandbox",
    };

    // Hosts whose scripts can be made to run anything (JSONP, old frameworks) when a whole host is allowed.
    private static readonly string[] Gadgets = ["https://www.google.com", "https://www.gstatic.com", "https://ajax.googleapis.com", "https://cdnjs.cloudflare.com", "https://cdn.jsdelivr.net"];

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/human-check")]
    [InlineData("/human-check", "HumanCheck:Kind", "ReCaptcha2")]
    [InlineData("/human-check", "HumanCheck:Kind", "ReCaptcha3")]
    [InlineData("/human-check", "HumanCheck:Kind", "Turnstile")]
    [InlineData("/human-check", "HumanCheck:Kind", "HCaptcha")]
    public async Task No_rule_finds_fault_with_a_page(string path, params string[] option)
    {
        (string, string)[] options = option.Length == 0 ? [] : [(option[0], option[1]), ("HumanCheck:SiteKey", "k"), ("HumanCheck:SecretKey", "s")];
        await using var site = await TestSite.StartAsync(null, options);
        using var browser = site.Browser();

        var policy = Read((await browser.GetAsync(path)).Header("Content-Security-Policy")!);

        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'none'"], policy["base-uri"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal(["'self'"], policy["form-action"]);
        Assert.Contains("report-uri", policy.Keys);
        foreach (var (directive, sources) in policy.Where(one => one.Key.EndsWith("-src", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(sources, source => source is "*" or "http:" or "https:" or "data:" or "blob:" or "'unsafe-inline'" or "'unsafe-eval'" or "'unsafe-hashes'" or "'wasm-unsafe-eval'");
            Assert.DoesNotContain(sources, source => source.StartsWith("http://", StringComparison.Ordinal) && !(directive == "frame-src" && source == site.Address.GetLeftPart(UriPartial.Authority)));
            Assert.Empty(sources.Intersect(Gadgets));
        }

        var service = option is [_, var kind] ? kind : null;
        if (service is null)
        {
            Assert.Equal(["'self'"], policy["script-src"]);
            Assert.Equal(["pannier"], policy["trusted-types"]);
        }

        if (service is not ("Turnstile" or "HCaptcha")) Assert.Equal(["'script'"], policy["require-trusted-types-for"]);
    }

    [Fact]
    public async Task No_rule_finds_fault_with_a_messages_frame()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var url = new Uri(((ViewBoxes)site.Services.GetService(typeof(ViewBoxes))!).Put("text/html; charset=utf-8", "<p>x</p>"u8)).AbsolutePath;

        var policy = Read((await browser.GetAsync(url)).Header("Content-Security-Policy")!);

        Assert.DoesNotContain("allow-same-origin", policy["sandbox"]);
        Assert.DoesNotContain("allow-forms", policy["sandbox"]);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.StartsWith("'sha256-", Assert.Single(policy["script-src"]), StringComparison.Ordinal);
        Assert.DoesNotContain("report-uri", policy.Keys); // it asks nobody for anything
    }

    private static Dictionary<string, string[]> Read(string policy)
    {
        var read = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal); // each once
        Assert.All(read.Keys, name => Assert.Contains(name, Known));
        return read;
    }
}
