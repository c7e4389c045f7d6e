using System.Net;
using System.Text.RegularExpressions;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Factors;

/// <summary>Passkeys as the second factor, over the whole site, with an authenticator written here: added, asked for, refused in each way the standard names, and removed.</summary>
public sealed partial class PasskeyTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private TestBrowser _ann = null!;
    private SoftAuthenticator _blue = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ann = await _site.RegisteredAsync("ann");
        _blue = new SoftAuthenticator(_site.Origin());
    }

    public async ValueTask DisposeAsync()
    {
        _blue.Dispose();
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Adding_and_removing_ask_for_the_password_again()
    {
        await _ann.GetAsync("/settings/second-factor");

        Assert.StartsWith("/confirm", (await _ann.GetAsync("/settings/passkeys/add")).Location, StringComparison.Ordinal);
        foreach (var path in (string[])["/settings/passkeys/begin", "/settings/passkeys/add", "/settings/passkeys/remove"])
            Assert.Equal((path, 401), (path, (await _ann.PostAsync(path)).Status));
    }

    [Fact]
    public async Task The_first_one_comes_with_recovery_codes_and_ends_sessions_that_began_without()
    {
        using var elsewhere = await _site.SignedInAsync("ann");
        await _ann.ConfirmAsync();

        var codes = Codes(await _ann.AddPasskeyAsync(_blue));
        Assert.Equal(10, codes.Count);
        Assert.Equal(303, (await elsewhere.GetAsync("/settings")).Status);
        using var red = new SoftAuthenticator(_site.Origin());
        await _ann.GetAsync("/settings/passkeys/add");
        Assert.Equal((303, "/settings/second-factor"), ((await _ann.AddPasskeyAsync(red, "red key")) is var second ? second.Status : 0, second.Location));

        var page = (await _ann.GetAsync("/settings/second-factor")).Body;
        Assert.Contains("blue key", page, StringComparison.Ordinal);
        Assert.Contains("red key", page, StringComparison.Ordinal);
        Assert.Contains("never used", page, StringComparison.Ordinal);
        Assert.Contains("10 recovery codes are left", page, StringComparison.Ordinal);

        using var half = await _site.HalfInAsync();
        Assert.Equal(303, (await half.PostAsync("/second-factor", ("code", codes[0]))).Status);
    }

    [Fact]
    public async Task It_is_asked_for_after_the_password_and_until_then_nothing_else_answers()
    {
        await AddAsync();
        using var half = await _site.HalfInAsync();

        foreach (var route in _site.Routes.Where(route => route.Level >= SignInLevel.Full))
        {
            var path = route.Path.Replace("{scope}", "inbox", StringComparison.Ordinal);
            var reply = route.Method == "GET" ? await half.GetAsync(path) : await half.PostAsync(path);
            Assert.True(route.Method == "GET" ? reply.Status == 303 && reply.Location!.StartsWith("/second-factor", StringComparison.Ordinal) : reply.Status == 401, $"{route.Method} {path}: {reply.Status} {reply.Location}");
        }

        var asked = (await half.GetAsync("/second-factor")).Body;
        Assert.Contains("data-passkey=\"show\"", asked, StringComparison.Ordinal);
        Assert.Contains("Recovery code", asked, StringComparison.Ordinal);
        var before = half.Cookies["__Host-pannier"];
        Assert.Equal((303, "/"), ((await half.ShowPasskeyAsync(_blue)) is var reply2 ? reply2.Status : 0, reply2.Location));
        Assert.NotEqual(before, half.Cookies["__Host-pannier"]);
        Assert.Contains("last used", (await half.GetAsync("/settings/second-factor")).Body, StringComparison.Ordinal);
        Assert.Contains("Passkey added", (await half.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("relying party")]
    [InlineData("presence")]
    [InlineData("key")]
    public async Task What_does_not_fit_this_site_and_this_person_is_refused(string wrong)
    {
        await AddAsync();
        using var half = await _site.HalfInAsync();
        using var other = new SoftAuthenticator(_site.Origin()) { Id = _blue.Id };
        var shown = wrong == "key" ? other : _blue;
        if (wrong == "origin") shown.Origin = "https://pannier.example";
        if (wrong == "relying party") shown.RelyingParty = "pannier.example";
        if (wrong == "presence") shown.Present = false;

        Assert.Equal(401, (await half.ShowPasskeyAsync(shown)).Status);
        Assert.Equal(303, (await half.GetAsync("/settings")).Status);

        (_blue.Origin, _blue.RelyingParty, _blue.Present) = (_site.Origin(), null, true);
        Assert.Equal(303, (await half.ShowPasskeyAsync(_blue)).Status);
        Assert.Contains("wrong code or passkey", (await half.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_good_once_and_only_for_the_question_of_its_own_session()
    {
        await AddAsync();
        using var half = await _site.HalfInAsync();
        var (options, _) = await half.QuestionAsync("/second-factor/passkey/begin");
        var answer = _blue.Show(options);
        using var other = await _site.HalfInAsync();
        await other.QuestionAsync("/second-factor/passkey/begin");

        Assert.Equal(401, (await other.PostAsync("/second-factor/passkey", ("credential", answer))).Status); // another session's
        Assert.Equal(401, (await other.PostAsync("/second-factor/passkey", ("credential", answer))).Status); // and nothing asked
        Assert.Equal(303, (await half.PostAsync("/second-factor/passkey", ("credential", answer))).Status);
        using var again = await _site.HalfInAsync();
        Assert.Equal(401, (await again.PostAsync("/second-factor/passkey", ("credential", answer))).Status);
    }

    [Fact]
    public async Task A_question_is_too_old_after_five_minutes()
    {
        await AddAsync();
        using var half = await _site.HalfInAsync();
        var (options, _) = await half.QuestionAsync("/second-factor/passkey/begin");
        _site.Clock.Advance(TimeSpan.FromMinutes(6));

        var late = await half.PostAsync("/second-factor/passkey", ("credential", _blue.Show(options)));
        Assert.Equal(401, late.Status);
        Assert.Contains("too long ago", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counter_that_goes_back_is_refused_and_noted()
    {
        await AddAsync();
        _blue.Count = 41;
        using (var half = await _site.HalfInAsync()) Assert.Equal(303, (await half.ShowPasskeyAsync(_blue)).Status);

        foreach (var count in (uint[])[41, 7, 0])
        {
            _blue.Count = count;
            using var half = await _site.HalfInAsync();
            var copy = await half.ShowPasskeyAsync(_blue);
            Assert.Equal((count, 401), (count, copy.Status));
            Assert.Contains("may be a copy", copy.Body, StringComparison.Ordinal);
        }

        _blue.Count = 42;
        using var right = await _site.HalfInAsync();
        Assert.Equal(303, (await right.ShowPasskeyAsync(_blue)).Status);
        Assert.Contains("its counter went back", (await right.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_passkey_is_nobodys_here()
    {
        await AddAsync();
        using var red = new SoftAuthenticator(_site.Origin());
        using var bob = await _site.RegisteredAsync("bob");
        await bob.ConfirmAsync();
        Assert.Equal(200, (await bob.AddPasskeyAsync(red)).Status);

        using var half = await _site.HalfInAsync();
        Assert.Equal(401, (await half.ShowPasskeyAsync(red)).Status);
        using var bobs = await _site.HalfInAsync("bob");
        Assert.Equal(303, (await bobs.ShowPasskeyAsync(red)).Status);
    }

    [Fact]
    public async Task A_new_one_has_to_fit_too_and_none_is_added_twice()
    {
        await _ann.ConfirmAsync();
        _blue.Origin = "https://pannier.example";
        Assert.Equal(422, (await _ann.AddPasskeyAsync(_blue)).Status);
        _blue.Origin = _site.Origin();
        Assert.Equal(422, (await _ann.PostAsync("/settings/passkeys/add", ("name", "blue key"))).Status); // without script
        var (options, _) = await _ann.QuestionAsync("/settings/passkeys/begin");
        var answer = _blue.Make(options);
        Assert.Equal(422, (await _ann.PostAsync("/settings/passkeys/add", ("name", ""), ("credential", answer))).Status);
        Assert.Equal(200, (await _ann.PostAsync("/settings/passkeys/add", ("name", "blue key"), ("credential", answer))).Status);

        await _ann.GetAsync("/settings/passkeys/add");
        var replayed = await _ann.PostAsync("/settings/passkeys/add", ("name", "blue key"), ("credential", answer));
        Assert.Equal(422, replayed.Status);
        Assert.Contains("answered already", replayed.Body, StringComparison.Ordinal);
        Assert.Equal(422, (await _ann.AddPasskeyAsync(_blue)).Status);
        Assert.Single(Remove().Matches((await _ann.GetAsync("/settings/second-factor")).Body));
    }

    [Fact]
    public async Task An_answer_that_is_none_is_refused_as_a_request()
    {
        await AddAsync();
        using var half = await _site.HalfInAsync();

        foreach (var none in (string[])["x", "[]", "{}", """{"id":7}""", """{"id":"!"}""", new string('[', 40_000)])
            Assert.Equal(400, (await half.PostAsync("/second-factor/passkey", ("credential", none))).Status);
        Assert.Equal(401, (await half.PostAsync("/second-factor/passkey", ("credential", """{"id":"AAAA"}"""))).Status);
        Assert.Equal(401, (await half.PostAsync("/second-factor/passkey")).Status);
    }

    [Fact]
    public async Task A_removed_one_is_taken_no_more_and_with_the_last_the_codes_go()
    {
        await AddAsync();
        using var red = new SoftAuthenticator(_site.Origin());
        await _ann.GetAsync("/settings/passkeys/add");
        _site.Clock.Advance(TimeSpan.FromSeconds(1)); // they are listed in the order they were added
        await _ann.AddPasskeyAsync(red, "red key");
        var ids = Remove().Matches((await _ann.GetAsync("/settings/second-factor")).Body).Select(found => found.Groups[1].Value).ToList();
        Assert.Equal(2, ids.Count);

        Assert.Equal(303, (await _ann.PostAsync("/settings/passkeys/remove", ("passkey", ids[0]))).Status);
        using (var half = await _site.HalfInAsync())
        {
            Assert.Equal(401, (await half.ShowPasskeyAsync(_blue)).Status);
            Assert.Equal(303, (await half.ShowPasskeyAsync(red)).Status);
        }

        Assert.Equal(303, (await _ann.PostAsync("/settings/passkeys/remove", ("passkey", ids[0]))).Status); // nothing happens
        Assert.Equal(303, (await _ann.PostAsync("/settings/passkeys/remove", ("passkey", ids[1]))).Status);
        using var fresh = await _site.SignedInAsync("ann");
        var page = (await fresh.GetAsync("/settings/second-factor")).Body;
        Assert.DoesNotContain("recovery codes are left", page, StringComparison.Ordinal);
        Assert.Contains("Passkey removed", (await fresh.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
    }

    private async Task AddAsync()
    {
        await _ann.ConfirmAsync();
        Codes(await _ann.AddPasskeyAsync(_blue));
    }

    private static IReadOnlyList<string> Codes(Reply reply)
    {
        Assert.True(reply.Status == 200, reply.Body);
        return [.. CodeLine().Matches(reply.Body).Select(line => WebUtility.HtmlDecode(line.Groups[1].Value))];
    }

    [GeneratedRegex("<li>([0-9A-Z]{5}-[0-9A-Z]{5})</li>")]
    private static partial Regex CodeLine();

    [GeneratedRegex("passkeys/remove\">.*?name=\"passkey\" value=\"([0-9a-f]{64})\"", RegexOptions.Singleline)]
    private static partial Regex Remove();
}
