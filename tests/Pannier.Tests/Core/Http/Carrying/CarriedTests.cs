using System.Net;
using System.Text.RegularExpressions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http.Carrying;

/// <summary>What was sent after the session's end travels along through the sign-in, and is offered again to its owner alone.</summary>
public sealed partial class CarriedTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_form_that_came_too_late_is_shown_after_sign_in_and_sent_once_the_person_says_so()
    {
        using var ann = await ExpiredAsync();

        var (parcel, door) = await TooLateAsync(ann, "/settings", ("setting", "appearance.theme=dark"), ("setting", "lists.note=two words"));
        Assert.Equal("/sign-in?next=%2Fsettings", door);
        var form = await ann.PostAsync(door, ("carried", parcel));
        Assert.Equal(200, form.Status);
        Assert.Equal(parcel, Hidden(form.Body, "carried"));
        Assert.Equal(401, (await ann.PostAsync("/sign-in", ("name", "ann"), ("password", "not the password"), ("carried", parcel))).Status);
        var entered = await ann.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("carried", parcel), ("next", "/settings"));
        Assert.Equal((303, "/carried?next=%2Fsettings"), (entered.Status, entered.Location));

        var offer = await ann.GetAsync(entered.Location!);
        Assert.Contains("action=\"/settings\"", offer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"appearance.theme=dark\"", offer.Body, StringComparison.Ordinal);
        Assert.Contains("<bdi>lists.note=two words</bdi>", offer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme=\"dark\"", offer.Body, StringComparison.Ordinal); // nothing was sent by itself

        var dropped = await ann.PostAsync("/carried/drop", ("next", "/settings"));
        Assert.Equal((303, "/settings"), (dropped.Status, dropped.Location));
        Assert.Equal((303, "/settings"), ((await ann.GetAsync("/carried?next=%2Fsettings")).Status, (await ann.GetAsync("/carried?next=%2Fsettings")).Location));
    }

    [Fact]
    public async Task Another_person_who_signs_in_on_that_page_sees_nothing_of_it()
    {
        using var ann = await ExpiredAsync();
        using var other = await _site.RegisteredAsync("ben");
        var (parcel, door) = await TooLateAsync(ann, "/settings", ("setting", "appearance.theme=dark"));

        await ann.PostAsync(door, ("carried", parcel));
        var entered = await ann.PostAsync("/sign-in", ("name", "ben"), ("password", TestSite.Password), ("carried", parcel));

        Assert.Equal((303, "/"), (entered.Status, entered.Location));
        Assert.Equal(303, (await ann.GetAsync("/carried")).Status);
    }

    [Fact]
    public async Task A_day_later_or_made_up_it_is_not_taken()
    {
        using var ann = await ExpiredAsync();
        var (parcel, _) = await TooLateAsync(ann, "/settings", ("setting", "appearance.theme=dark"));
        await ann.GetAsync("/sign-in");

        foreach (var text in (string[])["x", parcel + "x", "." + parcel, parcel.Split('.')[0] + "."])
            Assert.True((await ann.PostAsync("/sign-in", ("name", "ann"), ("password", "not the password"), ("carried", text))).Status is 400 or 401, text);
        var forged = parcel[..^8] + (parcel.EndsWith("AAAAAAAA", StringComparison.Ordinal) ? "BBBBBBBB" : "AAAAAAAA");
        Assert.Equal("/", (await ann.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("carried", forged))).Location);

        _site.Clock.Advance(TimeSpan.FromHours(25));
        await ann.GetAsync("/sign-in");
        Assert.Equal("/", (await ann.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("carried", parcel))).Location);
    }

    [Fact]
    public async Task Passwords_are_not_kept_and_neither_is_what_is_no_page_of_ours_or_too_much()
    {
        using var ann = await ExpiredAsync();
        var stale = ann.Csrf;

        var password = await ann.PostAsync("/settings/password", ("current", "x"), ("password", "y"), ("again", "y"));
        ann.Csrf = stale;
        var large = await ann.PostAsync("/settings", ("setting", new string('x', 300_001)));
        ann.Csrf = stale.Split('.')[0];
        var nobodys = await ann.PostAsync("/settings", ("setting", "appearance.theme=dark"));
        ann.Csrf = stale.Split('.')[0] + ".AAAA";
        var forged = await ann.PostAsync("/settings", ("setting", "appearance.theme=dark"));
        ann.Csrf = stale;
        var swap = await ann.SwapAsync("/settings", ("setting", "appearance.theme=dark"));

        foreach (var reply in (Reply[])[password, large, nobodys, forged, swap])
        {
            Assert.Equal(401, reply.Status);
            Assert.DoesNotContain("name=\"carried\"", reply.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Over_a_second_factor_and_for_files_it_says_what_must_be_chosen_again()
    {
        using var ann = await ExpiredAsync();
        using var form = new MultipartFormDataContent { { new StringContent(ann.Csrf), "csrf" }, { new StringContent("Dear Ben"), "text" } };
        using var file = new ByteArrayContent([1, 2, 3]);
        form.Add(file, "file", "plan.pdf");

        var late = await ann.SendAsync(HttpMethod.Post, "/settings", form, ("Sec-Fetch-Site", "same-origin"));
        await ann.GetAsync("/sign-in");
        var entered = await ann.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("carried", Hidden(late.Body, "carried")));
        var offer = await ann.GetAsync(entered.Location!);

        Assert.Contains("plan.pdf", offer.Body, StringComparison.Ordinal);
        Assert.Contains("Dear Ben", offer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_guards_keys_asks_for_the_password_again_and_then_for_some_minutes_not()
    {
        using var ann = await _site.RegisteredAsync("ann");
        await ann.GetAsync("/settings");
        var cookie = ann.Cookies["__Host-pannier"];

        var asked = await ann.GetAsync("/settings/security-log/export");
        Assert.Equal((303, "/confirm?next=%2Fsettings%2Fsecurity-log%2Fexport"), (asked.Status, asked.Location));
        await ann.GetAsync(asked.Location!);
        Assert.Equal(401, (await ann.PostAsync("/confirm", ("current", "not the password"))).Status);
        Assert.Equal(401, (await ann.PostAsync("/confirm")).Status);
        var right = await ann.PostAsync("/confirm", ("current", TestSite.Password), ("next", "/settings/security-log/export"));
        Assert.Equal((303, "/settings/security-log/export"), (right.Status, right.Location));
        Assert.NotEqual(cookie, ann.Cookies["__Host-pannier"]);

        var csv = await ann.GetAsync("/settings/security-log/export");
        Assert.Equal((200, "text/csv; charset=utf-8", "attachment; filename=\"security-log.csv\""), (csv.Status, csv.Header("Content-Type"), csv.Header("Content-Disposition")));
        Assert.StartsWith("time,event,about,browser,system,network\r\n\"", csv.Body, StringComparison.Ordinal);
        Assert.Contains("\"Security log downloaded\"", csv.Body, StringComparison.Ordinal);
        Assert.Equal("/settings", (await ann.GetAsync("/confirm?next=%2Fsettings")).Location);

        _site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(303, (await ann.GetAsync("/settings/security-log/export")).Status);
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
    }

    /// <summary>Signed in, with a page open, and then left alone for too long.</summary>
    private async Task<TestBrowser> ExpiredAsync()
    {
        var ann = await _site.RegisteredAsync("ann");
        await ann.GetAsync("/settings");
        _site.Clock.Advance(TimeSpan.FromMinutes(31));
        return ann;
    }

    private static async Task<(string Parcel, string Door)> TooLateAsync(TestBrowser browser, string path, params (string, string)[] fields)
    {
        using var form = TestBrowser.Form([("csrf", browser.Csrf), .. fields]);
        var reply = await browser.SendAsync(HttpMethod.Post, path, form, ("Sec-Fetch-Site", "same-origin"), ("Referer", "http://127.0.0.1/settings"));
        Assert.Equal(401, reply.Status);
        await browser.GetAsync("/sign-in"); // for the door's token
        return (Hidden(reply.Body, "carried"), WebUtility.HtmlDecode(Door().Match(reply.Body).Groups[1].Value));
    }

    private static string Hidden(string body, string name) => WebUtility.HtmlDecode(Regex.Match(body, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form method=\"post\" action=\"(/sign-in[^\"]*)\"")]
    private static partial Regex Door();
}
