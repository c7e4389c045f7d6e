using System.Buffers.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Factors;

/// <summary>Signing in with a passkey alone: only by the key it gives, only with the person known to it, and with one answer to all that is wrong.</summary>
public sealed partial class PasskeySignInTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private TestBrowser _ann = null!;
    private SoftAuthenticator _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(null, ("Session:StayFor", "30.00:00:00"));
        _ann = await _site.RegisteredAsync("ann");
        _phone = new SoftAuthenticator(_site.Origin());
        await _ann.ConfirmAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task It_opens_the_data_counts_as_both_factors_and_leads_where_one_was_going()
    {
        var added = await _ann.AddPasskeyAloneAsync(_phone);
        Assert.Contains("signs you in alone", added.Body, StringComparison.Ordinal);

        using var browser = _site.Browser();
        await browser.GetAsync("/sign-in");
        var (options, ticket) = await browser.QuestionAsync("/sign-in/passkey/begin");
        var reply = await browser.PostAsync("/sign-in/passkey", ("ticket", ticket), ("credential", _phone.Show(options)), ("key", _phone.Key(options)), ("next", "/settings/second-factor"));
        Assert.Equal((303, "/settings/second-factor"), (reply.Status, reply.Location));
        Assert.Contains("Signs in alone", (await browser.GetAsync("/settings/second-factor")).Body, StringComparison.Ordinal); // sealed, and read
        Assert.Contains("Signed in with a passkey alone", (await browser.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
        Assert.StartsWith("/confirm", (await browser.GetAsync("/settings/passkeys/add")).Location, StringComparison.Ordinal); // that is the password's

        using var half = await _site.HalfInAsync(); // and it is a second factor as well
        Assert.Equal(303, (await half.ShowPasskeyAsync(_phone)).Status);
    }

    [Fact]
    public async Task Whoever_wishes_to_stay_says_so_with_the_passkey()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var browser = _site.Browser();
        await browser.GetAsync("/sign-in");
        var (options, ticket) = await browser.QuestionAsync("/sign-in/passkey/begin");
        (string, string)[] sent = [("ticket", ticket), ("credential", _phone.Show(options)), ("key", _phone.Key(options))];

        var stays = await browser.PostAsync("/sign-in/passkey", [.. sent, ("own", "yes"), ("stay", "yes")]);
        var goes = await ABrowserAsync(another => another.OpenByPasskeyAsync(_phone));

        Assert.Equal(["__Host-pannier", "__Host-pannier-device"], stays.Lasting());
        Assert.Empty(goes.Lasting());
    }

    [Fact]
    public async Task All_that_is_wrong_gets_the_same_answer()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var unknown = new SoftAuthenticator(_site.Origin());
        using var thief = new SoftAuthenticator(_site.Origin()) { Id = _phone.Id };
        using var factorOnly = new SoftAuthenticator(_site.Origin());
        await _ann.GetAsync("/settings/passkeys/add");
        Assert.Equal(303, (await _ann.AddPasskeyAsync(factorOnly, "factor")).Status);

        var (options, _) = await ABrowserAsync(async browser => await browser.QuestionAsync("/sign-in/passkey/begin"));
        unknown.Make(Creation(options));
        thief.Make(Creation(options));
        var answers = new List<(string What, Reply Reply)>
        {
            ("an unknown one", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(unknown))),
            ("a second factor only", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(factorOnly))),
            ("another's key", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone, unknown.Key(options)))),
            ("no key at all", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone, "AAAA"))),
            ("the right key and a wrong signature", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(thief, _phone.Key(options)))),
        };
        _phone.Verified = false;
        answers.Add(("nobody known to it", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))));
        (_phone.Verified, _phone.Origin) = (true, "https://pannier.example");
        answers.Add(("another origin", await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))));
        _phone.Origin = _site.Origin();

        Assert.All(answers, answer => Assert.Equal((answer.What, 401, Same(answers[0].Reply)), (answer.What, answer.Reply.Status, Same(answer.Reply))));
        Assert.Equal(303, (await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))).Status);
    }

    [Fact]
    public async Task A_question_is_answered_once_and_in_time()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var browser = _site.Browser();
        await browser.GetAsync("/sign-in");
        var (options, ticket) = await browser.QuestionAsync("/sign-in/passkey/begin");
        (string, string)[] sent = [("ticket", ticket), ("credential", _phone.Show(options)), ("key", _phone.Key(options))];
        Assert.Equal(303, (await browser.PostAsync("/sign-in/passkey", sent)).Status);

        using var thief = _site.Browser();
        await thief.GetAsync("/sign-in");
        Assert.Equal(401, (await thief.PostAsync("/sign-in/passkey", sent)).Status);
        Assert.Equal(401, (await thief.PostAsync("/sign-in/passkey", ("ticket", "AAAA"), sent[1], sent[2])).Status);

        var (late, old) = await thief.QuestionAsync("/sign-in/passkey/begin");
        _site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, (await thief.PostAsync("/sign-in/passkey", ("ticket", old), ("credential", _phone.Show(late)), ("key", _phone.Key(late)))).Status);
    }

    [Fact]
    public async Task A_counter_that_goes_back_is_refused_and_noted()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        _phone.Count = 9;
        Assert.Equal(303, (await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))).Status);
        _phone.Count = 3;

        var copy = await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone));
        Assert.Equal(401, copy.Status);
        Assert.Contains("may be a copy", copy.Body, StringComparison.Ordinal);
        Assert.Contains("its counter went back", (await _ann.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_gives_no_key_is_a_second_factor_only_and_says_so()
    {
        var added = await _ann.AddPasskeyAloneAsync(_phone, key: "");
        Assert.Contains("as a second factor only", added.Body, StringComparison.Ordinal);
        Assert.Contains(">Second factor</span>", (await _ann.GetAsync("/settings/second-factor")).Body, StringComparison.Ordinal);

        Assert.Equal(401, (await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))).Status);
        using var half = await _site.HalfInAsync();
        Assert.Equal(303, (await half.ShowPasskeyAsync(_phone)).Status);
    }

    [Fact]
    public async Task Adding_one_takes_the_password_before_and_after()
    {
        Assert.Equal(422, (await _ann.SwapAsync("/settings/passkeys/begin", ("alone", "yes"), ("current", "not my password at all"))).Status);
        Assert.Equal(422, (await _ann.SwapAsync("/settings/passkeys/begin", ("alone", "yes"))).Status);
        var (options, _) = await _ann.QuestionAsync("/settings/passkeys/begin", ("alone", "yes"), ("current", TestSite.Password));
        var reply = await _ann.PostAsync("/settings/passkeys/add", ("name", "telephone"), ("alone", "yes"), ("current", "not my password at all"), ("credential", _phone.Make(options)), ("key", _phone.Key(options)));
        Assert.Equal(422, reply.Status);

        _phone.Verified = false; // it must know its person
        Assert.Equal(422, (await _ann.AddPasskeyAloneAsync(_phone)).Status);
    }

    [Fact]
    public async Task Whoever_came_by_one_alone_adds_another_by_showing_it()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var tablet = new SoftAuthenticator(_site.Origin());
        using var browser = _site.Browser();
        await browser.OpenByPasskeyAsync(_phone);
        await browser.ConfirmByPasskeyAsync(_phone);
        Assert.Contains("data-passkey-opener", (await browser.GetAsync("/settings/passkeys/add")).Body, StringComparison.Ordinal);

        var (shown, ticket) = await browser.QuestionAsync("/settings/passkeys/open");
        var (made, _) = await browser.QuestionAsync("/settings/passkeys/begin", ("alone", "yes"), ("opener-ticket", ticket));
        (string, string)[] sent =
        [
            ("name", "tablet"), ("alone", "yes"), ("credential", tablet.Make(made)), ("key", tablet.Key(made)),
            ("opener-ticket", ticket), ("opener", _phone.Show(shown)), ("opener-key", _phone.Key(shown)),
        ];
        var added = await browser.PostAsync("/settings/passkeys/add", sent);

        Assert.Equal((303, "/settings/second-factor"), (added.Status, added.Location));
        Assert.Equal(303, (await ABrowserAsync(another => another.OpenByPasskeyAsync(tablet))).Status);
        Assert.Equal(303, (await ABrowserAsync(another => another.OpenByPasskeyAsync(_phone))).Status);
    }

    [Fact]
    public async Task Only_a_passkey_that_opens_this_persons_data_adds_another_that_does_and_its_answer_is_good_once()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var bob = await _site.RegisteredAsync("bob");
        using var bobs = new SoftAuthenticator(_site.Origin());
        await bob.ConfirmAsync();
        Assert.Equal(404, (await bob.SwapAsync("/settings/passkeys/open")).Status);
        await bob.AddPasskeyAloneAsync(bobs);
        await _ann.GetAsync("/settings/passkeys/add");
        using var tablet = new SoftAuthenticator(_site.Origin());
        using var other = new SoftAuthenticator(_site.Origin());

        var (shown, ticket) = await _ann.QuestionAsync("/settings/passkeys/open");
        Assert.Equal([Base64Url.EncodeToString(_phone.Id)], JsonNode.Parse(shown)!["allowCredentials"]!.AsArray().Select(one => one!["id"]!.GetValue<string>()));
        Assert.Equal((422, true), await AddAsync(tablet, ticket, bobs.Show(shown), bobs.Key(shown)));
        (shown, ticket) = await _ann.QuestionAsync("/settings/passkeys/open");
        Assert.Equal((422, true), await AddAsync(tablet, ticket, _phone.Show(shown), bobs.Key(shown)));
        (shown, ticket) = await _ann.QuestionAsync("/settings/passkeys/open");
        _phone.Verified = false;
        Assert.Equal((422, true), await AddAsync(tablet, ticket, _phone.Show(shown), _phone.Key(shown)));
        _phone.Verified = true;
        (shown, ticket) = await _ann.QuestionAsync("/settings/passkeys/open");
        var (answer, key) = (_phone.Show(shown), _phone.Key(shown));
        Assert.Equal((303, false), await AddAsync(tablet, ticket, answer, key));
        Assert.Equal((422, true), await AddAsync(other, ticket, answer, key));

        async Task<(int, bool)> AddAsync(SoftAuthenticator added, string openerTicket, string opener, string openerKey)
        {
            var (made, _) = await _ann.QuestionAsync("/settings/passkeys/begin", ("alone", "yes"), ("opener-ticket", openerTicket));
            var reply = await _ann.PostAsync("/settings/passkeys/add", ("name", "tablet"), ("alone", "yes"), ("credential", added.Make(made)), ("key", added.Key(made)), ("opener-ticket", openerTicket), ("opener", opener), ("opener-key", openerKey));
            return (reply.Status, reply.Body.Contains("That passkey does not open your data", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_opens_the_root_key_for_acts_that_need_it_and_no_other_does()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var bob = await _site.RegisteredAsync("bob");
        using var bobs = new SoftAuthenticator(_site.Origin());
        await bob.ConfirmAsync();
        await bob.AddPasskeyAloneAsync(bobs);
        Assert.Contains("With a passkey instead", (await _ann.GetAsync("/settings/password")).Body, StringComparison.Ordinal);

        var (wrong, one) = await _ann.QuestionAsync("/sign-in/passkey/begin");
        Assert.Equal(422, (await _ann.PostAsync("/settings/recovery-key", ("ticket", one), ("credential", bobs.Show(wrong)), ("key", bobs.Key(wrong)))).Status);
        var (options, two) = await _ann.QuestionAsync("/sign-in/passkey/begin");
        Assert.Equal(422, (await _ann.PostAsync("/settings/recovery-key", ("ticket", two), ("credential", _phone.Show(options)), ("key", bobs.Key(options)))).Status);
        (options, two) = await _ann.QuestionAsync("/sign-in/passkey/begin");
        Assert.Contains("Keep this key", (await _ann.PostAsync("/settings/recovery-key", ("ticket", two), ("credential", _phone.Show(options)), ("key", _phone.Key(options)))).Body, StringComparison.Ordinal);
        (options, two) = await _ann.QuestionAsync("/sign-in/passkey/begin");
        Assert.Equal(303, (await _ann.PostAsync("/settings/data-key", ("ticket", two), ("credential", _phone.Show(options)), ("key", _phone.Key(options)))).Status);
        Assert.Equal(200, (await _ann.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Nobody_takes_the_place_of_anothers_passkey()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        using var bob = await _site.RegisteredAsync("bob");
        await bob.ConfirmAsync();
        using var same = new SoftAuthenticator(_site.Origin()) { Id = _phone.Id };

        Assert.Equal(422, (await bob.AddPasskeyAloneAsync(same)).Status);
        Assert.Equal(303, (await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))).Status);
    }

    [Fact]
    public async Task A_removed_one_opens_nothing_and_a_new_password_changes_nothing_for_it()
    {
        await _ann.AddPasskeyAloneAsync(_phone);
        await _ann.GetAsync("/settings/password");
        Assert.Equal(303, (await _ann.PostAsync("/settings/password", ("current", TestSite.Password), ("password", "another password 7"), ("again", "another password 7"))).Status);
        Assert.Equal(303, (await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))).Status);

        await _ann.GetAsync("/confirm");
        await _ann.PostAsync("/confirm", ("current", "another password 7"));
        var id = Remove().Match((await _ann.GetAsync("/settings/second-factor")).Body).Groups[1].Value;
        Assert.Equal(303, (await _ann.PostAsync("/settings/passkeys/remove", ("passkey", id))).Status);
        Assert.Equal(401, (await ABrowserAsync(browser => browser.OpenByPasskeyAsync(_phone))).Status);
    }

    [Fact]
    public async Task Who_guesses_has_to_wait_and_keeps_nobody_elses_password_waiting()
    {
        using var unknown = new SoftAuthenticator(_site.Origin());
        using var browser = _site.Browser();
        Reply reply;
        var tries = 0;
        do
        {
            reply = await browser.OpenByPasskeyAsync(unknown);
            tries++;
        }
        while (reply.Status == 401 && tries < 20);

        Assert.Equal((429, "2"), (reply.Status, Assert.Single(reply.Values("Retry-After"))));
        Assert.Equal(303, (await browser.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status);
    }

    private async Task<T> ABrowserAsync<T>(Func<TestBrowser, Task<T>> act)
    {
        using var browser = _site.Browser();
        await browser.GetAsync("/sign-in");
        return await act(browser);
    }

    /// <summary>Creation options for an authenticator that was never asked, so that it has a user handle.</summary>
    private static string Creation(string options) => System.Text.Json.JsonSerializer.Serialize(new { challenge = "AAAA", rp = new { id = "127.0.0.1" }, user = new { id = "AAAA" }, options });

    private static string Same(Reply reply) => Varies().Replace(reply.Body, "");

    [GeneratedRegex("(?:name=\"csrf\" (?:value|content)|data-csrf)=\"[^\"]*\"")]
    private static partial Regex Varies();

    [GeneratedRegex("name=\"passkey\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Remove();
}
