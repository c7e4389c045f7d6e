using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Humans;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Humans;

/// <summary>Proof of work over HTTP: asked for after failures, good once, for one visitor, for a few tries; and the way without script.</summary>
public sealed partial class HumanCheckTests
{
    private static readonly (string, string) Little = ("HumanCheck:WorkBits", "1");
    private static readonly (string, string) Soon = ("HumanCheck:AfterTries", "5");

    [Fact]
    public async Task It_is_asked_for_after_failures_in_one_account_and_then_a_password_is_looked_at_again()
    {
        await using var site = await TestSite.StartAsync(null, Little, Soon);
        (await site.RegisteredAsync("ann")).Dispose();
        using var visitor = site.Browser();
        await FailAsync(visitor, "ann", 5);

        var step = await TryAsync(visitor, "ann", TestSite.Password, ("next", "/settings"));

        Assert.Equal(401, step.Status);
        Assert.Contains("Show first that a person signs in", step.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-pannier", visitor.Cookies.Keys); // right as it was, it was not looked at
        var check = await visitor.PostAsync("/human-check", ("next", "/settings"), ("name", "ann"));
        var passed = await visitor.PostAsync("/human-check/pass", [("next", "/settings"), ("name", "ann"), .. Solve(check)]);
        Assert.Equal(200, passed.Status);
        Assert.Contains("action=\"/sign-in\"", passed.Body, StringComparison.Ordinal);

        var form = await visitor.PostAsync("/sign-in", ("next", "/settings"), ("name", "ann"), ("ask", "1"));
        Assert.Contains("name=\"name\" value=\"ann\"", form.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("not right", form.Body, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(1)); // the wait of five failures
        var done = await TryAsync(visitor, "ann", TestSite.Password, ("next", "/settings"));
        Assert.Equal((303, "/settings"), (done.Status, done.Location));
    }

    [Fact]
    public async Task A_neighbourhood_with_many_failures_is_asked_before_the_form()
    {
        await using var site = await TestSite.StartAsync(null, Little, Soon);
        using var visitor = site.Browser();
        for (var i = 0; i < 15; i++) await FailAsync(visitor, "nobody" + i, 1);

        var asked = await visitor.GetAsync("/sign-in?next=%2Fsettings");

        Assert.Equal((303, "/human-check?next=%2Fsettings"), (asked.Status, asked.Location));
        var done = await visitor.PostAsync("/human-check/pass", [("next", "/settings"), .. Solve(await visitor.GetAsync(asked.Location!))]);
        Assert.Equal((303, "/sign-in?next=%2Fsettings"), (done.Status, done.Location));
        Assert.Contains("id=\"password\"", (await visitor.GetAsync(done.Location!)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_whole_site_is_under_attack_everybody_is_asked_and_nobody_refused()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "1000"), ("Throttle:FreeTriesAtSite", "20"), ("Throttle:FreeTriesFromAddress", "1000"));
        (await site.RegisteredAsync("ann")).Dispose();
        using var visitor = site.Browser();
        for (var i = 0; i < 20; i++) await FailAsync(visitor, "nobody" + i, 1);
        Assert.Equal(200, (await visitor.GetAsync("/sign-in")).Status);

        await FailAsync(visitor, "one-more", 1);

        Assert.Equal("/human-check", (await visitor.GetAsync("/sign-in")).Location);
        await PassAsync(visitor);
        Assert.Equal(303, (await TryAsync(visitor, "ann", TestSite.Password)).Status);
        using var later = site.Browser();
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(200, (await later.GetAsync("/sign-in")).Status); // it is over
    }

    [Fact]
    public async Task One_check_is_good_for_a_few_tries()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "0"), ("HumanCheck:TriesEach", "2"));
        using var visitor = site.Browser();
        await PassAsync(visitor);

        Assert.Contains("not right", (await TryAsync(visitor, "ann", "wrong one")).Body, StringComparison.Ordinal);
        Assert.Contains("not right", (await TryAsync(visitor, "ann", "wrong two")).Body, StringComparison.Ordinal);
        Assert.Contains("Show first that a person", (await TryAsync(visitor, "ann", "wrong three")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_puzzle_is_good_once_for_one_visitor_and_ten_minutes()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "0"));
        using var visitor = site.Browser();
        using var other = site.Browser();
        var fields = Solve(await visitor.GetAsync("/human-check"));
        await other.GetAsync("/human-check");

        Assert.Equal(401, (await other.PostAsync("/human-check/pass", fields)).Status);
        Assert.Equal(401, (await visitor.PostAsync("/human-check/pass", ("puzzle", fields[0].Value[..^1] + (fields[0].Value[^1] == 'A' ? 'B' : 'A')), fields[1])).Status);
        Assert.Equal(401, (await visitor.PostAsync("/human-check/pass", fields[0], ("work", Unsolved(fields[0].Value)))).Status);
        Assert.Equal(303, (await visitor.PostAsync("/human-check/pass", fields)).Status);
        var again = await visitor.PostAsync("/human-check/pass", fields);
        Assert.Equal(401, again.Status);
        Assert.Contains("That did not work", again.Body, StringComparison.Ordinal);

        var late = Solve(await visitor.GetAsync("/human-check"));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(401, (await visitor.PostAsync("/human-check/pass", late)).Status);
    }

    [Fact]
    public async Task Without_script_one_waits_instead()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "0"));
        using var visitor = site.Browser();
        var puzzle = Puzzle(await visitor.GetAsync("/human-check"));

        site.Clock.Advance(TimeSpan.FromSeconds(12));
        var early = await visitor.PostAsync("/human-check/pass", ("puzzle", puzzle), ("work", ""));
        Assert.Equal(401, early.Status);
        Assert.Matches("[789] seconds too early", early.Body);
        Assert.Equal(puzzle, Puzzle(early)); // the time that has passed is not lost

        site.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal((303, "/sign-in"), await PostedAsync(visitor, puzzle));
        Assert.Equal(401, (await PostedAsync(visitor, puzzle)).Item1);
    }

    [Fact]
    public async Task A_recovery_key_is_looked_at_only_after_it_too()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "0"));
        using var visitor = site.Browser();

        Assert.Equal("/human-check?back=%2Frecover", (await visitor.GetAsync("/recover")).Location);
        await visitor.GetAsync("/human-check?back=%2Frecover");
        var key = Pannier.Core.Crypto.RecoveryKey.New().Reveal();
        var unasked = await visitor.PostAsync("/recover", ("name", "ann"), ("key", key), ("password", "another good one"), ("again", "another good one"));
        Assert.Equal(422, unasked.Status);
        Assert.Contains("href=\"/human-check?back=%2Frecover\"", unasked.Body, StringComparison.Ordinal);
        var done = await visitor.PostAsync("/human-check/pass", [("back", "/recover"), .. Solve(await visitor.GetAsync("/human-check?back=%2Frecover"))]);
        Assert.Equal((303, "/recover"), (done.Status, done.Location));
        Assert.Contains("id=\"key\"", (await visitor.GetAsync("/recover")).Body, StringComparison.Ordinal);
        Assert.Contains("The name or the recovery key is not right.", (await visitor.PostAsync("/recover", ("name", "ann"), ("key", key), ("password", "another good one"), ("again", "another good one"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_half_in_is_asked_after_wrong_codes_and_comes_back_to_the_code()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "3"));
        using var phone = new SoftAuthenticator(site.Origin());
        using (var ann = await site.RegisteredAsync("ann"))
        {
            await ann.ConfirmAsync();
            await ann.AddPasskeyAsync(phone);
        }

        using var half = await site.HalfInAsync();
        for (var i = 0; i < 3; i++) Assert.Equal(401, (await half.PostAsync("/second-factor", ("code", "000000"))).Status);
        var asked = await half.PostAsync("/second-factor", ("code", "000000"), ("next", "/settings"));

        Assert.Equal((303, "/human-check?back=%2Fsecond-factor%3Fnext%3D%252Fsettings"), (asked.Status, asked.Location));
        Assert.Equal(303, (await half.GetAsync("/settings")).Status);
        var done = await half.PostAsync("/human-check/pass", [("back", "/second-factor?next=%2Fsettings"), .. Solve(await half.GetAsync(asked.Location!))]);
        Assert.Equal((303, "/second-factor?next=%2Fsettings"), (done.Status, done.Location));
        await half.GetAsync(done.Location!);
        Assert.Equal(401, (await half.PostAsync("/second-factor", ("code", "000000"))).Status); // looked at again
        Assert.Equal(303, (await half.ShowPasskeyAsync(phone)).Status); // and a passkey is asked for nothing
    }

    [Fact]
    public async Task What_opens_locked_data_is_looked_at_only_after_it_too_once_some_went_wrong()
    {
        await using var site = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "3"));
        (await site.RegisteredAsync("ann")).Dispose();
        var ann = await site.Services.GetRequiredService<People>().FindAsync(SignInName.Read("ann")!, TestContext.Current.CancellationToken);
        var link = await site.Services.GetRequiredService<Links>().ResetAsync(ann!, TestContext.Current.CancellationToken);
        using var visitor = site.Browser();
        await visitor.GetAsync("/reset/" + link.Token);
        await visitor.PostAsync("/reset/" + link.Token, ("password", "another good one"), ("again", "another good one"));
        Assert.Equal("/unlock", (await TryAsync(visitor, "ann", "another good one")).Location);
        await visitor.GetAsync("/unlock");
        for (var i = 0; i < 3; i++) Assert.Equal(422, (await visitor.PostAsync("/unlock", ("current", "another good one"), ("old", "wrong " + i))).Status);

        var asked = await visitor.PostAsync("/unlock", ("current", "another good one"), ("old", TestSite.Password));

        Assert.Equal((303, "/human-check?back=%2Funlock"), (asked.Status, asked.Location));
        Assert.Equal("/unlock", (await visitor.PostAsync("/human-check/pass", [("back", "/unlock"), .. Solve(await visitor.GetAsync(asked.Location!))])).Location);
        await visitor.GetAsync("/unlock");
        Assert.Equal(303, (await visitor.PostAsync("/unlock", ("current", "another good one"), ("old", TestSite.Password))).Status);
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Who_is_signed_in_is_asked_nothing_and_a_site_may_have_none()
    {
        await using var asking = await TestSite.StartAsync(null, Little, ("HumanCheck:AfterTries", "0"));
        using var ann = await asking.RegisteredAsync("ann");
        Assert.Equal((303, "/sign-in"), ((await ann.GetAsync("/human-check")).Status, (await ann.GetAsync("/human-check")).Location));
        Assert.Equal(200, (await ann.GetAsync("/sign-in")).Status);

        await using var without = await TestSite.StartAsync(null, ("HumanCheck:Kind", "None"), ("Throttle:FreeTries", "20"));
        (await without.RegisteredAsync("ann")).Dispose();
        using var visitor = without.Browser();
        await FailAsync(visitor, "ann", 16);
        Assert.Equal(303, (await TryAsync(visitor, "ann", TestSite.Password)).Status);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/human-check")).Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("2.1764000000.8.5000.aaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1.-5.8.5000.aaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1.99999999999999.8.5000.aaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1.1764000000.8.5000.short.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_puzzle_is_not_read(string text) => Assert.Null(WorkPuzzle.Read(text));

    private static async Task<(int, string?)> PostedAsync(TestBrowser visitor, string puzzle)
    {
        var reply = await visitor.PostAsync("/human-check/pass", ("puzzle", puzzle));
        return (reply.Status, reply.Location);
    }

    private static async Task PassAsync(TestBrowser visitor)
    {
        var reply = await visitor.PostAsync("/human-check/pass", Solve(await visitor.GetAsync("/human-check")));
        Assert.Equal(303, reply.Status);
    }

    private static async Task FailAsync(TestBrowser visitor, string name, int times)
    {
        for (var i = 0; i < times; i++) Assert.Contains("not right", (await TryAsync(visitor, name, "not the password " + i)).Body, StringComparison.Ordinal);
    }

    private static async Task<Reply> TryAsync(TestBrowser visitor, string name, string password, params (string Name, string Value)[] more)
    {
        if (visitor.Csrf.Length == 0) await visitor.GetAsync("/sign-in");
        return await visitor.PostAsync("/sign-in", [("name", name), ("password", password), .. more]);
    }

    private static string Puzzle(Reply page) => WebUtility.HtmlDecode(PuzzleField().Match(page.Body).Groups[1].Value);

    private static (string Name, string Value)[] Solve(Reply page)
    {
        var puzzle = WorkPuzzle.Read(Puzzle(page))!;
        return [("puzzle", puzzle.Text), ("work", Numbers().First(number => ProofOfWork.IsDone(puzzle, new WorkDone(number))).ToString(CultureInfo.InvariantCulture))];
    }

    private static string Unsolved(string text) => Numbers().First(number => !ProofOfWork.IsDone(WorkPuzzle.Read(text)!, new WorkDone(number))).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<int> Numbers() => Enumerable.Range(0, 10_000);

    [GeneratedRegex("name=\"puzzle\" value=\"([^\"]+)\"")]
    private static partial Regex PuzzleField();
}
