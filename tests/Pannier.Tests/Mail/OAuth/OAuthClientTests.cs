using System.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.OAuth;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.OAuth;

public sealed class OAuthClientTests : IAsyncLifetime
{
    private static readonly Uri Redirect = new("https://mail.example.org/accounts/sign-in/return");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
    private IdentityProvider _idp = null!; // before any test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _idp = await IdentityProvider.StartAsync();

    public ValueTask DisposeAsync() => _idp.DisposeAsync();

    [Fact]
    public async Task A_code_is_exchanged_by_who_asked_for_it()
    {
        var (client, provider) = (_idp.OAuthClient(_clock), _idp.Provider("mail", "openid"));
        var asked = await client.AskAsync(provider, Redirect, "ada@example.org", Cancellation);
        var returned = await FollowAsync(asked.Url);

        using var tokens = await client.ExchangeAsync(provider, Secret.Of(returned["code"]!), asked.Verifier, Redirect, asked.Nonce, Cancellation);

        Assert.Equal(asked.State, returned["state"]);
        Assert.True(await client.IsFromAsync(provider, returned["iss"], Cancellation));
        Assert.Equal(_clock.GetUtcNow().AddHours(1), tokens.ExpiresAt);
        Assert.Equal(Postfix.User, tokens.Address);
        Assert.Equal(_idp.LiveRefreshTokens, [tokens.Refresh!.Reveal()]);
    }

    [Fact]
    public async Task Two_questions_have_nothing_in_common_and_hold_no_secret()
    {
        var (client, provider) = (_idp.OAuthClient(_clock), _idp.Provider("mail", "openid"));

        var one = await client.AskAsync(provider, Redirect, "ada@example.org", Cancellation);
        var other = await client.AskAsync(provider, Redirect, "ada@example.org", Cancellation);

        Assert.NotEqual(one.State, other.State);
        Assert.NotEqual(one.Nonce, other.Nonce);
        Assert.False(one.Verifier.FixedTimeEquals(other.Verifier));
        Assert.DoesNotContain(one.Verifier.Reveal(), one.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", one.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.True(one.State.Length >= 43);
    }

    [Fact]
    public async Task Without_openid_there_is_no_nonce() =>
        Assert.Null((await _idp.OAuthClient(_clock).AskAsync(_idp.Provider(), Redirect, "a@b.example", Cancellation)).Nonce);

    [Fact]
    public async Task A_stolen_code_is_worth_nothing_without_its_verifier()
    {
        var (client, provider) = (_idp.OAuthClient(_clock), _idp.Provider());
        var asked = await client.AskAsync(provider, Redirect, "ada@example.org", Cancellation);
        var code = (await FollowAsync(asked.Url))["code"]!;

        var fault = await Assert.ThrowsAsync<OAuthFault>(() => client.ExchangeAsync(provider, Secret.Of(code), Secret.Of(new string('x', 43)), Redirect, null, Cancellation));

        Assert.Equal((OAuthFaultKind.Lapsed, "invalid_grant", "in its own words"), (fault.Kind, fault.Code, fault.Words));
    }

    [Fact]
    public async Task An_id_token_that_answers_another_question_is_none()
    {
        var (client, provider) = (_idp.OAuthClient(_clock), _idp.Provider("mail", "openid"));
        var asked = await client.AskAsync(provider, Redirect, "ada@example.org", Cancellation);
        var code = (await FollowAsync(asked.Url))["code"]!;

        Assert.Equal(OAuthFaultKind.Protocol, (await Assert.ThrowsAsync<OAuthFault>(() => client.ExchangeAsync(provider, Secret.Of(code), asked.Verifier, Redirect, "another", Cancellation))).Kind);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData(null, false)]
    public async Task An_answer_that_names_another_issuer_or_none_is_not_its(string? issuer, bool expected) =>
        Assert.Equal(expected, await _idp.OAuthClient(_clock).IsFromAsync(_idp.Provider(), issuer, Cancellation));

    [Fact]
    public async Task Where_answers_name_no_issuer_none_is_waited_for()
    {
        _idp.Metadata["authorization_response_iss_parameter_supported"] = null;

        Assert.True(await _idp.OAuthClient(_clock).IsFromAsync(_idp.Provider(), null, Cancellation));
    }

    [Fact]
    public async Task An_issuer_that_speaks_for_another_is_not_believed()
    {
        _idp.Metadata["issuer"] = "https://accounts.example.org";

        Assert.Equal(OAuthFaultKind.Protocol, (await Assert.ThrowsAsync<OAuthFault>(() => _idp.OAuthClient(_clock).ServerAsync(_idp.Provider(), Cancellation))).Kind);
    }

    [Theory]
    [InlineData("token_endpoint", "http://elsewhere.example/token")]
    [InlineData("token_endpoint", "file:///etc/passwd")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    [InlineData("authorization_endpoint", null)]
    public async Task Addresses_that_are_none_or_in_clear_text_are_not_used(string name, string? value)
    {
        _idp.Metadata[name] = value;

        Assert.Equal(OAuthFaultKind.Protocol, (await Assert.ThrowsAsync<OAuthFault>(() => _idp.OAuthClient(_clock).ServerAsync(_idp.Provider(), Cancellation))).Kind);
    }

    [Fact]
    public async Task An_issuer_is_asked_again_after_an_hour()
    {
        var (client, provider) = (_idp.OAuthClient(_clock), _idp.Provider());
        var first = await client.ServerAsync(provider, Cancellation);
        _idp.Metadata["revocation_endpoint"] = null;

        var same = await client.ServerAsync(provider, Cancellation);
        _clock.Advance(TimeSpan.FromHours(1));
        var later = await client.ServerAsync(provider, Cancellation);

        Assert.Same(first, same);
        Assert.Null(later.Revoke);
    }

    [Fact]
    public async Task A_gate_of_its_own_stands_before_it()
    {
        var rules = new IdentityEgressOptions();
        using var gate = new IdentityHttp(new Egress(rules, TimeProvider.System), TimeProvider.System);
        var http = new OAuthHttp(gate, rules);
        var client = new OAuthClient(http, new OAuthMetadata(http, _clock), _clock);

        Assert.Equal(OAuthFaultKind.Unavailable, (await Assert.ThrowsAsync<OAuthFault>(() => client.ServerAsync(_idp.Provider(), Cancellation))).Kind);
        Assert.Empty(_idp.Asked);
    }

    [Fact]
    public async Task A_device_code_is_good_once_it_was_typed()
    {
        var (client, provider) = (_idp.OAuthClient(_clock), _idp.Provider());
        var device = await client.BeginDeviceAsync(provider, Cancellation);

        var waiting = await Assert.ThrowsAsync<OAuthFault>(() => client.TakeDeviceAsync(provider, device.Code, Cancellation));
        using var tokens = await client.TakeDeviceAsync(provider, device.Code, Cancellation);

        Assert.Equal(("WDJB-MJHT", TimeSpan.FromSeconds(5)), (device.UserCode, device.Interval));
        Assert.Equal(OAuthFaultKind.Pending, waiting.Kind);
        Assert.NotNull(tokens.Refresh);
    }

    [Fact]
    public async Task What_a_provider_does_not_offer_is_said_without_asking()
    {
        _idp.Metadata["device_authorization_endpoint"] = null;
        _idp.Metadata["revocation_endpoint"] = null;
        var client = _idp.OAuthClient(_clock);

        Assert.Equal(OAuthFaultKind.Unsupported, (await Assert.ThrowsAsync<OAuthFault>(() => client.BeginDeviceAsync(_idp.Provider(), Cancellation))).Kind);
        Assert.Equal(OAuthFaultKind.Unsupported, (await Assert.ThrowsAsync<OAuthFault>(() => client.RevokeAsync(_idp.Provider(), Secret.Of("x"), Cancellation))).Kind);
    }

    [Fact]
    public async Task A_token_is_given_back()
    {
        using var tokens = _idp.Sign(_clock.GetUtcNow());

        await _idp.OAuthClient(_clock).RevokeAsync(_idp.Provider(), tokens.Refresh!, Cancellation);

        Assert.Empty(_idp.LiveRefreshTokens);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"access_token\": 7}")]
    [InlineData("{\"access_token\": \"x\", \"token_type\": \"mac\"}")]
    public async Task An_answer_that_holds_no_token_is_none(string body)
    {
        _idp.TokenAnswer = () => Results.Text(body, "application/json");

        Assert.Equal(OAuthFaultKind.Protocol, (await Assert.ThrowsAsync<OAuthFault>(() => _idp.OAuthClient(_clock).RefreshAsync(_idp.Provider(), Secret.Of("r"), Cancellation))).Kind);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        _idp.TokenAnswer = () => Results.Text(new string(' ', 100_000), "application/json");

        Assert.Equal(OAuthFaultKind.Unavailable, (await Assert.ThrowsAsync<OAuthFault>(() => _idp.OAuthClient(_clock).RefreshAsync(_idp.Provider(), Secret.Of("r"), Cancellation))).Kind);
    }

    [Theory]
    [InlineData("{\"access_token\": \"x\"}", 30 * 60)]
    [InlineData("{\"access_token\": \"x\", \"expires_in\": \"90\"}", 90)]
    [InlineData("{\"access_token\": \"x\", \"expires_in\": -5}", 30 * 60)]
    [InlineData("{\"access_token\": \"x\", \"expires_in\": 99999999}", 24 * 3600)]
    [InlineData("{\"access_token\": \"x\", \"expires_in\": \"soon\"}", 30 * 60)]
    public async Task A_life_that_is_not_told_is_short_and_none_is_longer_than_a_day(string body, int seconds)
    {
        _idp.TokenAnswer = () => Results.Text(body, "application/json");

        using var tokens = await _idp.OAuthClient(_clock).RefreshAsync(_idp.Provider(), Secret.Of("r"), Cancellation);

        Assert.Equal(_clock.GetUtcNow().AddSeconds(seconds), tokens.ExpiresAt);
        Assert.Null(tokens.Refresh);
    }

    [Fact]
    public async Task A_redirect_with_a_secret_is_not_followed()
    {
        _idp.TokenAnswer = () => Results.Redirect("http://127.0.0.1:1/", permanent: false, preserveMethod: true);

        await Assert.ThrowsAsync<OAuthFault>(() => _idp.OAuthClient(_clock).RefreshAsync(_idp.Provider(), Secret.Of("r"), Cancellation));

        Assert.Single(_idp.Asked);
    }

    /// <summary>Does what the person's browser does, and reads what it comes back with.</summary>
    private static async Task<System.Collections.Specialized.NameValueCollection> FollowAsync(Uri url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(url, Cancellation);
        Assert.StartsWith(Redirect.AbsoluteUri, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(answer.Headers.Location.Query);
    }
}
