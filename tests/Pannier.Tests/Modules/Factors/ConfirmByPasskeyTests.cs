using System.Text.RegularExpressions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Factors;

/// <summary>A passkey in place of the password given again: one that knows its person, asked for that alone; and passkeys called otherwise.</summary>
public sealed partial class ConfirmByPasskeyTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private TestBrowser _ann = null!;
    private SoftAuthenticator _blue = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ann = await _site.RegisteredAsync("ann");
        _blue = new SoftAuthenticator(_site.Origin());
        await _ann.ConfirmAsync();
        await _ann.AddPasskeyAsync(_blue);
        _site.Clock.Advance(TimeSpan.FromMinutes(11)); // what was confirmed is no more
        await _ann.GetAsync("/confirm?next=%2Fsettings%2Fpasskeys%2Fadd");
    }

    public async ValueTask DisposeAsync()
    {
        _blue.Dispose();
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task It_opens_what_asks_for_the_password_again_under_a_new_session_id()
    {
        Assert.Contains("Use a passkey instead", (await _ann.GetAsync("/confirm")).Body, StringComparison.Ordinal);
        var before = _ann.Cookies["__Host-pannier"];

        var done = await ConfirmAsync(_ann, ("next", "/settings/passkeys/add"));

        Assert.Equal((303, "/settings/passkeys/add"), (done.Status, done.Location));
        Assert.NotEqual(before, _ann.Cookies["__Host-pannier"]);
        Assert.Equal(200, (await _ann.GetAsync("/settings/passkeys/add")).Status);
        Assert.Contains("Password or passkey given again", (await _ann.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_must_know_its_person()
    {
        var (options, _) = await _ann.QuestionAsync("/confirm/passkey/begin");
        Assert.Contains("\"userVerification\":\"required\"", options, StringComparison.Ordinal);
        _blue.Verified = false;

        var refused = await _ann.PostAsync("/confirm/passkey", ("credential", _blue.Show(options)));

        Assert.Equal(401, refused.Status);
        Assert.Contains("did not ask for your PIN", refused.Body, StringComparison.Ordinal);
        Assert.StartsWith("/confirm", (await _ann.GetAsync("/settings/passkeys/add")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_another_question_or_one_given_before_is_none()
    {
        var (options, _) = await _ann.QuestionAsync("/confirm/passkey/begin");
        var answer = _blue.Show(options);
        Assert.Equal(303, (await _ann.PostAsync("/confirm/passkey", ("credential", answer))).Status);
        _site.Clock.Advance(TimeSpan.FromMinutes(11));
        await _ann.GetAsync("/confirm");
        Assert.Equal(401, (await _ann.PostAsync("/confirm/passkey", ("credential", answer))).Status);

        using var half = await _site.HalfInAsync();
        Assert.Equal(401, (await half.SwapAsync("/confirm/passkey/begin")).Status); // nobody half in is asked this
        var (factor, _) = await half.QuestionAsync("/second-factor/passkey/begin");
        _blue.Verified = false;
        Assert.Equal(303, (await half.PostAsync("/second-factor/passkey", ("credential", _blue.Show(factor)))).Status);
        await half.GetAsync("/confirm");
        Assert.Equal(401, (await half.PostAsync("/confirm/passkey", ("credential", _blue.Show(factor)))).Status);
    }

    [Fact]
    public async Task Who_has_none_is_offered_none_and_who_guesses_waits()
    {
        using var bob = await _site.RegisteredAsync("bob");
        Assert.DoesNotContain("Use a passkey instead", (await bob.GetAsync("/confirm")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await bob.SwapAsync("/confirm/passkey/begin")).Status);
        Assert.Equal(401, (await bob.PostAsync("/confirm/passkey")).Status);

        using var thief = new SoftAuthenticator(_site.Origin()) { Id = _blue.Id };
        Reply reply;
        var tries = 0;
        do
        {
            var (options, _) = await _ann.QuestionAsync("/confirm/passkey/begin");
            if (tries == 0) thief.Make("""{"challenge":"AAAA","rp":{"id":"127.0.0.1"},"user":{"id":"AAAA"}}""");
            reply = await _ann.PostAsync("/confirm/passkey", ("credential", thief.Show(options)));
            tries++;
        }
        while (reply.Status == 401 && tries < 20);

        Assert.Equal(429, reply.Status);
    }

    [Fact]
    public async Task What_was_sent_and_asks_for_it_travels_along()
    {
        await _ann.GetAsync("/settings/second-factor");
        var refused = await _ann.PostAsync("/settings/passkeys/remove", ("passkey", new string('a', 64)));
        var parcel = Parcel().Match(refused.Body).Groups[1].Value;
        await _ann.GetAsync("/confirm");

        Assert.Equal("/carried", (await ConfirmAsync(_ann, ("carried", parcel))).Location?.Split('?')[0]);
        Assert.Contains("/settings/passkeys/remove", (await _ann.GetAsync("/carried")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_called_otherwise_by_whoever_has_just_proved_that_it_is_them()
    {
        var id = Named().Match((await _ann.GetAsync("/settings/second-factor")).Body).Groups[1].Value;
        Assert.Equal(401, (await _ann.PostAsync("/settings/passkeys/rename", ("passkey", id), ("name", "red key"))).Status);
        await _ann.GetAsync("/confirm");
        await ConfirmAsync(_ann);
        await _ann.GetAsync("/settings/second-factor");

        Assert.Equal(422, (await _ann.PostAsync("/settings/passkeys/rename", ("passkey", id), ("name", ""))).Status);
        Assert.Equal(422, (await _ann.PostAsync("/settings/passkeys/rename", ("passkey", id), ("name", new string('a', 61)))).Status);
        Assert.Equal(303, (await _ann.PostAsync("/settings/passkeys/rename", ("passkey", new string('a', 64)), ("name", "nobody's"))).Status);
        Assert.Equal(303, (await _ann.PostAsync("/settings/passkeys/rename", ("passkey", id), ("name", "red key"))).Status);

        var page = (await _ann.GetAsync("/settings/second-factor")).Body;
        Assert.Contains("<bdi>red key</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi>blue key</bdi>", page, StringComparison.Ordinal);
        using var half = await _site.HalfInAsync();
        Assert.Equal(303, (await half.ShowPasskeyAsync(_blue)).Status); // it is the same
    }

    private async Task<Reply> ConfirmAsync(TestBrowser browser, params (string Name, string Value)[] more)
    {
        var (options, _) = await browser.QuestionAsync("/confirm/passkey/begin");
        return await browser.PostAsync("/confirm/passkey", [("credential", _blue.Show(options)), .. more]);
    }

    [GeneratedRegex("name=\"carried\" value=\"([^\"]+)\"")]
    private static partial Regex Parcel();

    [GeneratedRegex("name=\"passkey\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Named();
}
