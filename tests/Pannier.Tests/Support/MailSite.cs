using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;

namespace Pannier.Tests.Support;

/// <summary>A site whose one person has mail in memory.</summary>
internal sealed partial class MailSite : IAsyncDisposable
{
    private MailSite(TestSite site, TestBrowser browser, MemoryMail mail) => (Site, Browser, Mail) = (site, browser, mail);

    public TestSite Site { get; }

    public TestBrowser Browser { get; }

    public MemoryMail Mail { get; }

    public static Task<MailSite> StartAsync(params (string Key, string Value)[] options) => StartAsync(_ => { }, options);

    public static async Task<MailSite> StartAsync(Action<IServiceCollection> with, params (string Key, string Value)[] options)
    {
        var mail = new MemoryMail();
        var site = await TestSite.StartAsync(
            services =>
            {
                services.AddScoped<IMyMail>(_ => mail);
                with(services);
            },
            options);
        return new MailSite(site, await site.RegisteredAsync("ann"), mail);
    }

    /// <summary>A fragment as the page's script gets it.</summary>
    public Task<Reply> FragmentAsync(string path) => Browser.GetAsync(path, ("Pannier-Swap", "1"));

    /// <summary>HTML without what differs at each run.</summary>
    public string Plain(string html) => BoxId().Replace(Token().Replace(ViewBox().Replace(html.Replace(Site.Address.GetLeftPart(UriPartial.Authority), "SITE", StringComparison.Ordinal), "/view/BOX"), "$1TOKEN"), "MAILBOX");

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Site.DisposeAsync();
    }

    [GeneratedRegex("/view/[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")]
    private static partial Regex ViewBox();

    [GeneratedRegex("(name=\"csrf\" (?:value|content)=\")[A-Za-z0-9_.-]+")]
    private static partial Regex Token();

    [GeneratedRegex("\\b(?!0{12})[0-9a-f]{16}\\b")]
    private static partial Regex BoxId();
}
