using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Away;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Away;

/// <summary>Counting mail while a session is locked, over the whole site: allowed by the person, told to their browser alone, ended when they say so.</summary>
public sealed partial class AwayTests : IAsyncLifetime
{
    private const string Cookie = "__Host-pannier-watch";
    private readonly FakeStores _servers = new();
    private TestSite _site = null!; // made before each test
    private TestBrowser _ann = null!; // likewise
    private Counting _counting = null!; // likewise

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_locked_browser_is_told_the_number_and_nothing_else()
    {
        await _counting.AllowAsync();
        await LockAsync();

        Assert.Contains("href=\"/waiting\"", (await _ann.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        var told = (await _ann.GetAsync("/waiting")).Body;

        Assert.Contains("2 unread messages wait.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret subject", told, StringComparison.Ordinal);
        Assert.DoesNotContain("post@", told, StringComparison.Ordinal);
        Assert.Equal(303, (await _ann.GetAsync("/")).Status);
        using var stranger = _site.Browser();
        Assert.Contains("Nobody has allowed this browser", (await stranger.GetAsync("/waiting")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/waiting", (await stranger.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        stranger.Cookies[Cookie] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Assert.Contains("Nobody has allowed this browser", (await stranger.GetAsync("/waiting")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_servers_are_asked_once_a_minute_however_often_it_is_asked()
    {
        await _counting.AllowAsync();
        await LockAsync();
        var before = Asked;
        for (var i = 0; i < 5; i++) await _ann.GetAsync("/waiting");
        Assert.Equal(before + 1, Asked);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await _ann.GetAsync("/waiting");

        Assert.Equal(before + 2, Asked);
        Assert.Contains("post@example.org", _servers.Closed);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_of()
    {
        await _counting.AllowAsync();
        await LockAsync();
        _servers.Faults["imap.example.org"] = new MailFault(MailFaultKind.SignInRefused);

        var told = (await _ann.GetAsync("/waiting")).Body;

        Assert.Contains("0 unread messages wait.", told, StringComparison.Ordinal);
        Assert.Contains("One account did not answer.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("end")]
    [InlineData("password")]
    [InlineData("time")]
    public async Task It_ends_when_the_person_signs_out_says_so_changes_the_password_or_stays_away(string how)
    {
        await _counting.AllowAsync();
        switch (how)
        {
            case "sign-out":
                await _ann.PostAsync("/sign-out");
                Assert.DoesNotContain(Cookie, _ann.Cookies.Keys);
                break;
            case "end":
                var page = await _ann.GetAsync("/settings/sessions");
                Assert.Equal(404, (await _ann.PostAsync("/settings/away/end", ("grant", new string('0', 32)))).Status);
                await _ann.PostAsync("/settings/away/end", ("grant", Grant().Match(page.Body).Groups[1].Value));
                Assert.Contains("Counting mail while locked was ended", (await _ann.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
                break;
            case "password":
                await _ann.GetAsync("/settings/password");
                Assert.Equal(303, (await _ann.PostAsync("/settings/password", ("current", TestSite.Password), ("password", "another password 7"), ("again", "another password 7"))).Status);
                break;
            default:
                _site.Clock.Advance(BackgroundGrants.Life + TimeSpan.FromMinutes(1));
                await _site.Services.GetRequiredService<BackgroundGrants>().RemoveExpiredAsync(Cancellation);
                break;
        }

        Assert.Contains("Nobody has allowed this browser", (await _ann.GetAsync("/waiting")).Body, StringComparison.Ordinal);
        Assert.Equal(0, await CountRowsAsync());
    }

    [Fact]
    public async Task While_the_person_is_here_it_holds_anew_with_the_passwords_of_now()
    {
        await _counting.AllowAsync();
        var until = Until((await _ann.GetAsync("/settings/sessions")).Body);
        _site.Clock.Advance(TimeSpan.FromMinutes(20));
        await _counting.InSessionAsync(async services =>
        {
            var (book, account) = (services.GetRequiredService<AccountBook>(), (await services.GetRequiredService<AccountBook>().AllAsync(Cancellation)).Single());
            using var changed = Secret.Of("a newer secret");
            await book.SaveAsync(account, changed, changed, Cancellation);
            await services.GetRequiredService<MyAway>().RefreshAsync(Cancellation);
        });

        Assert.NotEqual(until, Until((await _ann.GetAsync("/settings/sessions")).Body));
        await LockAsync();
        await _ann.GetAsync("/waiting");
        Assert.EndsWith("a newer secret", _servers.SignIns.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_that_can_be_counted_it_ends_by_itself()
    {
        await _counting.AllowAsync();
        await _counting.InSessionAsync(async services =>
        {
            var book = services.GetRequiredService<AccountBook>();
            await book.RemoveAsync((await book.AllAsync(Cancellation)).Single().Id, Cancellation);
            await services.GetRequiredService<MyAway>().RefreshAsync(Cancellation);
        });

        Assert.Equal(0, await CountRowsAsync());
        Assert.Equal(303, (await _ann.PostAsync("/settings/away/count")).Status);
        Assert.Contains("There is no account to count in", Encoding.UTF8.GetString(Convert.FromBase64String(Padded(_ann.Cookies["__Host-pannier-notices"].Split('.')[0]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_for_it_is_sealed_and_only_who_confirmed_allows_it()
    {
        Assert.StartsWith("/confirm", (await _ann.PostAsync("/settings/away/count")).Location ?? "/confirm", StringComparison.Ordinal);
        Assert.Equal(0, await CountRowsAsync());
        await _counting.AllowAsync();

        foreach (var file in Directory.GetFiles(_site.DataDirectory, "pannier.db*"))
            Assert.DoesNotContain("old secret", Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_may_leave_it_out()
    {
        await DisposeAsync();
        await StartAsync(("Session:CountWhileLocked", "false"));
        await _counting.AddAccountAsync();
        Assert.DoesNotContain("/settings/away/count", (await _ann.GetAsync("/settings/sessions")).Body, StringComparison.Ordinal);

        await _counting.ConfirmAsync();
        await _ann.PostAsync("/settings/away/count");

        Assert.DoesNotContain(Cookie, _ann.Cookies.Keys);
        Assert.Equal(0, await CountRowsAsync());
    }

    private int Asked => _servers.SignIns.Count;

    private async Task StartAsync(params (string Key, string Value)[] options)
    {
        _site = await TestSite.StartAsync(services => services.AddSingleton<IOpenStores>(_servers), options);
        _ann = await _site.RegisteredAsync("ann");
        _counting = new Counting(_site, _ann, _servers);
    }

    private async Task LockAsync()
    {
        _site.Clock.Advance(TimeSpan.FromMinutes(31));
        await _site.Services.GetRequiredService<LiveSessions>().SweepAsync(Cancellation);
        Assert.Empty(_site.Services.GetRequiredService<LiveSessions>().OnePerPerson());
    }

    private Task<long> CountRowsAsync() => _site.Services.GetRequiredService<Pannier.Core.Storage.Database>().ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM background_grant"), Cancellation);

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private static string Padded(string base64Url) => base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');

    private static string Until(string page) => UntilText().Match(page).Value;

    [GeneratedRegex("name=\"grant\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Grant();

    [GeneratedRegex("until .*, unless you are here again", RegexOptions.Singleline)]
    private static partial Regex UntilText();
}
