using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class BudgetTests
{
    public static TheoryData<string, string> Bombs => new()
    {
        { "nested divisions", Repeat("<div>", 100_000) },
        { "links around divisions", Repeat("<a><div>", 20_000) },
        { "twenty thousand fonts", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<font size={i}>")) },
        { "formatting that is rebuilt", string.Concat(Enumerable.Range(0, 200).Select(i => $"<b title={i}>")) + Repeat("<p>x", 20_000) },
        { "nested tables", Repeat("<table><tr><td>", 30_000) },
        { "unknown elements", Repeat("<x-y>", 50_000) },
        { "flat elements", Repeat("<br>", 100_000) },
        { "nested lists", Repeat("<ul><li>", 30_000) },
        { "foreign content", Repeat("<svg><g>", 30_000) },
        { "select soup", Repeat("<select><option>", 30_000) },
        { "text out of tables", "<table>" + Repeat("x<tr>", 50_000) },
        { "half nested formatting", Repeat("<b><i></b>", 30_000) },
    };

    [Fact]
    public async Task Many_large_bodies_at_once_wait_for_a_core_and_none_comes_late()
    {
        // Each takes some 20 ms alone; forty that shared two cores would all overrun half a second's budget, were waiting counted.
        var newsletter = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"<table><tr><td style='color:#333;padding:4px'><p>Line {i} of <b>news</b></p></td></tr></table>"));
        var sanitizer = new HtmlSanitizer(new SanitizeBudget { Time = TimeSpan.FromSeconds(5) }, TimeProvider.System);

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => sanitizer.SanitizeAsync(newsletter, Clean.NoPictures, TestContext.Current.CancellationToken)));

        Assert.All(results, result => Assert.IsType<SanitizeResult.Done>(result));
    }

    [Fact]
    public async Task Who_stops_waiting_for_a_core_is_gone()
    {
        var large = string.Concat(Enumerable.Repeat("<p>word</p>", 6_000));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new HtmlSanitizer().SanitizeAsync(large, Clean.NoPictures, gone.Token));
    }

    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public async Task A_bomb_is_refused_in_bounded_work(string kind, string markup)
    {
        var start = Stopwatch.GetTimestamp();

        var result = await new HtmlSanitizer().SanitizeAsync(markup, Clean.NoPictures, TestContext.Current.CancellationToken);

        Assert.IsType<SanitizeResult.Refused>(result);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(4), $"{kind} took {Stopwatch.GetElapsedTime(start)}");
    }

    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void A_bomb_becomes_text_in_bounded_work(string kind, string markup)
    {
        var start = Stopwatch.GetTimestamp();

        HtmlToText.Convert(markup);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(4), $"{kind} took {Stopwatch.GetElapsedTime(start)}");
    }

    [Fact]
    public async Task Many_attributes_and_much_text_stay_within_the_time()
    {
        var start = Stopwatch.GetTimestamp();
        string[] large =
        [
            "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i} ")) + ">x",
            "<p style='" + Repeat("color:red;", 150_000) + "'>x",
            "<p title='" + Repeat("&amp;", 300_000) + "'>x",
            Repeat("&lt;", 400_000),
            "<!--" + Repeat("<!--", 400_000),
            Repeat("x\n", 500_000),
            "<a href='https://x.example/" + Repeat("%", 1_000_000) + "'>x</a>",
        ];

        foreach (var markup in large) await new HtmlSanitizer().SanitizeAsync(markup, Clean.NoPictures, TestContext.Current.CancellationToken);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(15), $"took {Stopwatch.GetElapsedTime(start)}");
    }

    [Fact]
    public async Task Says_that_it_is_too_deep() =>
        Assert.Equal(SanitizeRefusal.TooDeep, await Clean.RefusalAsync(Repeat("<div>", 300)));

    [Fact]
    public async Task Deep_but_honest_is_shown() =>
        Assert.Contains("x", await Clean.HtmlAsync(Repeat("<div>", 250) + "x"), StringComparison.Ordinal);

    [Fact]
    public async Task Says_that_it_has_too_many_elements() =>
        Assert.Equal(SanitizeRefusal.TooManyElements, await Clean.RefusalAsync(Repeat("<br>", 20_001)));

    [Fact]
    public async Task Says_that_it_is_too_large() =>
        Assert.Equal(SanitizeRefusal.TooLarge, await Clean.RefusalAsync(new string('ä', (1024 * 1024) + 1)));

    [Fact]
    public async Task Says_that_there_is_no_body() =>
        Assert.Equal(SanitizeRefusal.NoBody, await Clean.RefusalAsync("<frameset><frame></frameset>"));

    [Fact]
    public async Task Says_that_time_is_up()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };

        var result = await new HtmlSanitizer(new SanitizeBudget(), clock).SanitizeAsync(Repeat("<p>x", 100), Clean.NoPictures, TestContext.Current.CancellationToken);

        Assert.Equal(new SanitizeResult.Refused(SanitizeRefusal.TookTooLong), result);
    }

    [Fact]
    public async Task Time_that_is_up_stops_a_parser_that_makes_no_elements()
    {
        var hasty = new HtmlSanitizer(new SanitizeBudget { Time = TimeSpan.FromTicks(1) }, TimeProvider.System);

        var result = await hasty.SanitizeAsync(Repeat("text ", 200_000), Clean.NoPictures, TestContext.Current.CancellationToken);

        Assert.Equal(new SanitizeResult.Refused(SanitizeRefusal.TookTooLong), result);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new HtmlSanitizer().SanitizeAsync("<p>x", Clean.NoPictures, gone.Token));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
