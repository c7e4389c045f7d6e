using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Sessions;
using Pannier.Mail.OAuth;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Away;

/// <summary>Counting mail of accounts that a provider signs in to: never by what would spoil the person's own consent.</summary>
public sealed class AwayTokensTests : IAsyncLifetime
{
    private readonly FakeStores _servers = new();
    private IdentityProvider _idp = null!; // made before each test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _idp = await IdentityProvider.StartAsync();

    public ValueTask DisposeAsync() => _idp.DisposeAsync();

    [Fact]
    public async Task Where_refreshing_changes_the_consent_the_token_of_the_hour_is_used_and_no_other()
    {
        await using var site = await StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        using var given = await LockedAsync(site, ann);

        Assert.Contains("2 unread messages wait.", (await ann.GetAsync("/waiting")).Body, StringComparison.Ordinal);
        Assert.EndsWith(given.Access.Reveal(), _servers.SignIns.Last(), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        var over = (await ann.GetAsync("/waiting")).Body;

        Assert.Contains("0 unread messages wait.", over, StringComparison.Ordinal);
        Assert.Contains("One account is not counted any more", over, StringComparison.Ordinal);
        Assert.Empty(_idp.Asked);
        Assert.Contains(given.Refresh!.Reveal(), _idp.LiveRefreshTokens);
    }

    [Fact]
    public async Task Where_the_provider_leaves_it_good_a_copy_is_refreshed_once_an_hour_and_kept_in_memory_alone()
    {
        _idp.RefreshTokensStay = true;
        await using var site = await StartAsync(("OAuth:Providers:0:RefreshTokensStay", "true"));
        using var ann = await site.RegisteredAsync("ann");
        using var given = await LockedAsync(site, ann);
        site.Clock.Advance(TimeSpan.FromHours(1));

        for (var minute = 0; minute < 3; minute++)
        {
            Assert.Contains("2 unread messages wait.", (await ann.GetAsync("/waiting")).Body, StringComparison.Ordinal);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(_idp.Asked, "refresh_token");
        Assert.DoesNotContain(given.Access.Reveal(), _servers.SignIns.Last(), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(4)); // no page asks: what was given meanwhile is forgotten
        await ann.GetAsync("/waiting");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await ann.GetAsync("/waiting");
        Assert.Equal(2, _idp.Asked.Count);
        Assert.Contains(given.Refresh!.Reveal(), _idp.LiveRefreshTokens);
    }

    [Fact]
    public async Task A_token_is_shown_to_nobody_but_whom_it_was_given_by()
    {
        await using var site = await StartAsync(("OAuth:Providers:0:RefreshTokensStay", "true"));
        using var ann = await site.RegisteredAsync("ann");
        using var given = await LockedAsync(site, ann, _idp.Provider() with { ClientId = "another registration" });

        Assert.Contains("One account is not counted any more", (await ann.GetAsync("/waiting")).Body, StringComparison.Ordinal);
        Assert.Empty(_idp.Asked);
    }

    private Task<TestSite> StartAsync(params (string Key, string Value)[] options) =>
        TestSite.StartAsync(services => services.AddSingleton<IOpenStores>(_servers), [.. _idp.SiteOptions(), .. options]);

    /// <summary>A person who allows counting, and whose account is signed in to by the provider since now; then half an hour goes by.</summary>
    private async Task<OAuthTokens> LockedAsync(TestSite site, TestBrowser ann, OAuthProvider? provider = null)
    {
        var counting = new Counting(site, ann, _servers);
        await counting.AllowAsync();
        var given = _idp.Sign(site.Clock.GetUtcNow());
        await counting.SignInByAsync(provider ?? _idp.Provider(), given);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await site.Services.GetRequiredService<LiveSessions>().SweepAsync(Cancellation);
        Assert.Empty(site.Services.GetRequiredService<LiveSessions>().OnePerPerson());
        return given;
    }
}
