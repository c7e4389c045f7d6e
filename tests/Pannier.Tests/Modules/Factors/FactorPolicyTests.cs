using System.Text.RegularExpressions;
using OtpNet;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Factors;

/// <summary>A site that wants a second factor: who has none sets one up before anything else answers, and the last one stays.</summary>
public sealed partial class FactorPolicyTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(null, ("SecondFactor:Required", "everybody"));

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Who_has_none_reaches_the_page_that_sets_one_up_and_nothing_else()
    {
        using var ann = await _site.RegisteredAsync("ann");

        foreach (var route in _site.Routes.Where(route => route.Level >= SignInLevel.Full))
        {
            var path = route.Path.Replace("{scope}", "inbox", StringComparison.Ordinal);
            var reply = route.Method == "GET" ? await ann.GetAsync(path) : await ann.PostAsync(path);
            Assert.True(route.Method == "GET" ? reply.Status == 303 && reply.Location!.StartsWith("/second-factor", StringComparison.Ordinal) : reply.Status == 401, $"{route.Method} {path}: {reply.Status} {reply.Location}");
        }

        Assert.Equal("/second-factor/set-up?next=%2Fsettings", (await ann.GetAsync("/second-factor?next=/settings")).Location);
        Assert.Contains("wants you to have a second factor", (await ann.GetAsync("/second-factor/set-up")).Body, StringComparison.Ordinal);
        Assert.Equal("/second-factor/set-up", (await ann.PostAsync("/second-factor", ("code", "AAAAA-AAAAA"))).Location);
        Assert.Equal(303, (await ann.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task A_passkey_set_up_there_lets_in_and_is_asked_for_from_then_on()
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var blue = new SoftAuthenticator(_site.Origin());
        await ann.GetAsync("/second-factor/set-up");
        var (options, _) = await ann.QuestionAsync("/second-factor/set-up/passkey/begin");
        Assert.Equal(422, (await ann.PostAsync("/second-factor/set-up/passkey", ("name", "blue key"))).Status);
        var done = await ann.PostAsync("/second-factor/set-up/passkey", ("name", "blue key"), ("credential", blue.Make(options)), ("next", "/settings"));

        Assert.Contains("factors-codes", done.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/settings\"", done.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        using var half = await _site.HalfInAsync();
        Assert.Equal(303, (await half.ShowPasskeyAsync(blue)).Status);
    }

    [Fact]
    public async Task Who_has_one_cannot_set_up_another_with_the_password_alone()
    {
        await WithAppAsync();
        using var thief = await _site.HalfInAsync();
        using var own = new SoftAuthenticator(_site.Origin());

        Assert.Equal("/second-factor", (await thief.GetAsync("/second-factor/set-up")).Location);
        Assert.Equal("/second-factor", (await thief.PostAsync("/second-factor/set-up/app")).Location);
        Assert.Equal("/second-factor", (await thief.PostAsync("/second-factor/set-up/app/confirm", ("code", "123456"))).Location);
        Assert.Equal(403, (await thief.SwapAsync("/second-factor/set-up/passkey/begin")).Status);
        Assert.Equal("/second-factor", (await thief.PostAsync("/second-factor/set-up/passkey", ("name", "x"))).Location);
        Assert.Equal(303, (await thief.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task The_last_one_stays()
    {
        var (ann, totp) = await WithAppAsync();
        using (ann)
        {
            _site.Clock.Advance(TimeSpan.FromSeconds(60));
            await ann.GetAsync("/settings/second-factor");
            var kept = await ann.PostAsync("/settings/second-factor/remove", ("current", TestSite.Password), ("code", Code(totp)));
            Assert.Equal(422, kept.Status);
            Assert.Contains("your last second factor", kept.Body, StringComparison.Ordinal);

            using var blue = new SoftAuthenticator(_site.Origin());
            await ann.ConfirmAsync();
            await ann.AddPasskeyAsync(blue);
            Assert.Equal(303, (await ann.PostAsync("/settings/second-factor/remove", ("current", TestSite.Password), ("code", Code(totp)))).Status);
            var id = Remove().Match((await ann.GetAsync("/settings/second-factor")).Body).Groups[1].Value;
            Assert.Equal(422, (await ann.PostAsync("/settings/passkeys/remove", ("passkey", id))).Status);

            using var half = await _site.HalfInAsync();
            Assert.Equal(303, (await half.ShowPasskeyAsync(blue)).Status);
        }
    }

    [Fact]
    public async Task It_can_bind_administrators_alone()
    {
        await using var site = await TestSite.StartAsync(null, ("SecondFactor:Required", "administrators"));
        using var ann = await site.RegisteredAsync("ann");
        using var root = await site.RegisteredAsync("root", Role.Administrator);

        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        Assert.StartsWith("/second-factor", (await root.GetAsync("/settings")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/second-factor", (await root.GetAsync("/people")).Location, StringComparison.Ordinal);
    }

    private async Task<(TestBrowser Ann, Totp App)> WithAppAsync()
    {
        var ann = await _site.RegisteredAsync("ann");
        await ann.GetAsync("/second-factor/set-up");
        var setup = (await ann.PostAsync("/second-factor/set-up/app", ("next", "/settings"))).Body;
        var totp = new Totp(Base32Encoding.ToBytes(string.Concat(SecretGroup().Matches(setup[setup.IndexOf("factors-secret", StringComparison.Ordinal)..]).Select(group => group.Groups[1].Value))));
        Assert.Equal(422, (await ann.PostAsync("/second-factor/set-up/app/confirm", ("code", "000000"))).Status);
        var done = await ann.PostAsync("/second-factor/set-up/app/confirm", ("code", Code(totp)), ("next", "/settings"));
        Assert.Contains("factors-codes", done.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        return (ann, totp);
    }

    private string Code(Totp totp) => totp.ComputeTotp(_site.Clock.GetUtcNow().UtcDateTime);

    [GeneratedRegex("<span>([A-Z2-7]+)</span>")]
    private static partial Regex SecretGroup();

    [GeneratedRegex("name=\"passkey\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Remove();
}
