using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Pannier.Mail;
using Pannier.Mail.OAuth;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.OAuth;

public sealed class AccessTokensTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
    private IdentityProvider _idp = null!; // before any test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _idp = await IdentityProvider.StartAsync();

    public ValueTask DisposeAsync() => _idp.DisposeAsync();

    [Fact]
    public async Task A_token_that_is_good_is_used_without_asking_anybody()
    {
        var (tokens, keeper) = Here();

        using var token = await tokens.GetAsync(Cancellation);

        Assert.Equal(keeper.Grant!.Access.Reveal(), token.Reveal());
        Assert.Empty(_idp.Asked);
    }

    [Fact]
    public async Task A_token_is_refreshed_before_its_end_once_for_all_who_wait()
    {
        var (tokens, keeper) = Here();
        var first = keeper.Grant!;
        _clock.Advance(TimeSpan.FromMinutes(56));

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tokens.GetAsync(Cancellation)));

        Assert.Single(_idp.Asked, "refresh_token");
        Assert.Single(all.Select(token => token.Reveal()).Distinct());
        Assert.NotEqual(first.Access.Reveal(), all[0].Reveal());
        Assert.NotEqual(first.Refresh.Reveal(), keeper.Grant!.Refresh.Reveal());
        Assert.Equal(_idp.LiveRefreshTokens, [keeper.Grant.Refresh.Reveal()]);
    }

    [Fact]
    public async Task What_a_refresh_gave_is_kept_before_anybody_uses_it()
    {
        var (tokens, keeper) = Here();
        var keeping = new TaskCompletionSource();
        var kept = new TaskCompletionSource();
        keeper.BeforeKeep = () =>
        {
            keeping.SetResult();
            return kept.Task;
        };
        _clock.Advance(TimeSpan.FromHours(1));

        var waiting = tokens.GetAsync(Cancellation);
        await keeping.Task.WaitAsync(Cancellation);
        Assert.False(waiting.IsCompleted);
        kept.SetResult();

        using var token = await waiting;

        Assert.Equal(keeper.Grant!.Access.Reveal(), token.Reveal());
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_refresh()
    {
        var (tokens, keeper) = Here();
        var gate = new TaskCompletionSource();
        _idp.Gate = gate.Task;
        _clock.Advance(TimeSpan.FromHours(1));
        using var stop = new CancellationTokenSource();

        var waiting = tokens.GetAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();
        await tokens.DisposeAsync();

        Assert.Equal(_idp.LiveRefreshTokens, [keeper.Grant!.Refresh.Reveal()]);
    }

    [Fact]
    public async Task After_the_keys_are_about_to_go_no_refresh_begins()
    {
        var (tokens, _) = Here();
        _clock.Advance(TimeSpan.FromHours(1));
        await tokens.DisposeAsync();

        var fault = await Assert.ThrowsAsync<MailFault>(() => tokens.GetAsync(Cancellation));

        Assert.Equal(MailFaultKind.SignInUnavailable, fault.Kind);
        Assert.Empty(_idp.Asked);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_and_a_young_one_is_not()
    {
        var (tokens, _) = Here();
        using var first = await tokens.GetAsync(Cancellation);

        using var second = await tokens.RenewAsync(first, Cancellation);
        using var same = await tokens.RenewAsync(first, Cancellation);
        var none = await tokens.RenewAsync(second!, Cancellation);

        Assert.NotEqual(first.Reveal(), second!.Reveal());
        Assert.Equal(second.Reveal(), same!.Reveal());
        Assert.Null(none);
        Assert.Single(_idp.Asked);
    }

    [Fact]
    public async Task A_consent_that_is_over_says_so()
    {
        var (tokens, _) = Here();
        _idp.TakeConsentBack();
        _clock.Advance(TimeSpan.FromHours(1));

        var fault = await Assert.ThrowsAsync<MailFault>(() => tokens.GetAsync(Cancellation));

        Assert.Equal((MailFaultKind.ConsentLapsed, Then.SignIn), (fault.Kind, fault.Then));
    }

    [Fact]
    public async Task What_another_process_refreshed_is_taken_from_where_it_is_kept()
    {
        var (tokens, keeper) = Here();
        _clock.Advance(TimeSpan.FromHours(1));
        using var theirs = _idp.Sign(_clock.GetUtcNow());
        keeper.Change(new OAuthGrant(theirs.Refresh!, theirs.Access, theirs.ExpiresAt));

        using var token = await tokens.GetAsync(Cancellation);

        Assert.Equal(theirs.Access.Reveal(), token.Reveal());
        Assert.Empty(_idp.Asked);
    }

    [Fact]
    public async Task What_another_process_kept_meanwhile_counts()
    {
        var (tokens, keeper) = Here();
        _clock.Advance(TimeSpan.FromHours(1));
        var theirs = _idp.Sign(_clock.GetUtcNow());
        keeper.BeforeKeep = () =>
        {
            keeper.Change(new OAuthGrant(theirs.Refresh!, theirs.Access, theirs.ExpiresAt));
            return Task.CompletedTask;
        };

        using var token = await tokens.GetAsync(Cancellation);

        Assert.Equal(theirs.Access.Reveal(), token.Reveal());
    }

    [Fact]
    public async Task A_refresh_token_another_process_used_up_is_not_the_end()
    {
        var (tokens, keeper) = Here();
        _clock.Advance(TimeSpan.FromHours(1));
        var theirs = _idp.Sign(_clock.GetUtcNow().AddHours(-2));
        _idp.TokenAnswer = () =>
        {
            _idp.TokenAnswer = null;
            keeper.Change(new OAuthGrant(theirs.Refresh!, theirs.Access, theirs.ExpiresAt));
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        };

        using var token = await tokens.GetAsync(Cancellation);

        Assert.Equal(2, _idp.Asked.Count);
        Assert.Equal(keeper.Grant!.Access.Reveal(), token.Reveal());
    }

    [Fact]
    public async Task A_consent_that_is_gone_from_the_records_is_over()
    {
        var (tokens, keeper) = Here();
        keeper.Change(null);

        Assert.Equal(MailFaultKind.ConsentLapsed, (await Assert.ThrowsAsync<MailFault>(() => tokens.GetAsync(Cancellation))).Kind);
    }

    [Theory]
    [InlineData(503, "temporarily_unavailable", MailFaultKind.SignInUnavailable)]
    [InlineData(401, "invalid_client", MailFaultKind.ClientRefused)]
    [InlineData(400, "invalid_scope", MailFaultKind.ClientRefused)]
    [InlineData(429, "slow_down", MailFaultKind.SignInUnavailable)]
    public async Task A_refresh_that_fails_otherwise_says_whose_turn_it_is(int status, string error, MailFaultKind expected)
    {
        var (tokens, keeper) = Here();
        var before = keeper.Grant;
        _idp.TokenAnswer = () => Results.Json(new { error }, statusCode: status);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(expected, (await Assert.ThrowsAsync<MailFault>(() => tokens.GetAsync(Cancellation))).Kind);
        Assert.Same(before, keeper.Grant);
    }

    private (AccessTokens Tokens, FakeKeeper Keeper) Here()
    {
        var keeper = new FakeKeeper(_idp.Sign(_clock.GetUtcNow()));
        return (new AccessTokens(_idp.Provider(), _idp.OAuthClient(_clock), keeper, _clock), keeper);
    }
}
