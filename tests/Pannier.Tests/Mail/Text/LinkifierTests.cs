using System.Diagnostics;
using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Text;

public sealed class LinkifierTests
{
    [Theory]
    [InlineData("see https://x.example/a.", "see [https://x.example/a].")]
    [InlineData("http://x.example", "[http://x.example]")]
    [InlineData("www.x.example, ok", "[www.x.example], ok")]
    [InlineData("(https://x.example/a_(b))", "([https://x.example/a_(b)])")]
    [InlineData("(see https://x.example)", "(see [https://x.example])")]
    [InlineData("[https://x.example/]", "[[https://x.example/]]")]
    [InlineData("<https://x.example/?a=1&b=2#c>", "<[https://x.example/?a=1&b=2#c]>")]
    [InlineData("\"https://x.example/\"", "\"[https://x.example/]\"")]
    [InlineData("https://x.example/?!...", "[https://x.example/]?!...")]
    [InlineData("*https://x.example/*", "*[https://x.example/]*")]
    [InlineData("mailto:a@x.example", "[mailto:a@x.example]")]
    [InlineData("mailto: me", "mailto: me")]
    [InlineData("mailto:me", "mailto:me")]
    [InlineData("HTTPS://X.EXAMPLE/", "[HTTPS://X.EXAMPLE/]")]
    [InlineData("https://bücher.example/ä", "[https://bücher.example/ä]")]
    [InlineData("https://a.example/ https://b.example/", "[https://a.example/] [https://b.example/]")]
    [InlineData("a\nhttps://x.example\nb", "a\n[https://x.example]\nb")]
    [InlineData("http://localhost:8080/x", "[http://localhost:8080/x]")]
    [InlineData("http://[::1]/", "[http://[::1]/]")]
    [InlineData("http://a", "http://a")]
    [InlineData("http://", "http://")]
    [InlineData("www.", "www.")]
    [InlineData("xhttp://x.example", "xhttp://x.example")]
    [InlineData("a.www.x.example @www.x.example", "a.www.x.example @www.x.example")]
    [InlineData("javascript:alert(1) data:text/html,x ftp://x.example", "javascript:alert(1) data:text/html,x ftp://x.example")]
    [InlineData("https://bank.example@evil.example/", "https://bank.example@evil.example/")]
    [InlineData("mailto:\"><script>@x.example", "mailto:\"><script>@x.example")]
    [InlineData("https://x.example/\u202Egpj.exe", "[https://x.example/]\u202Egpj.exe")]
    public void Finds_addresses_and_leaves_the_sentence_around_them(string text, string expected) =>
        Assert.Equal(expected, string.Concat(Linkifier.Runs(text).Select(run => run is TextRun.Link ? $"[{run.Text}]" : run.Text)));

    [Fact]
    public void Bare_names_lead_to_the_encrypted_web() =>
        Assert.Equal("https://www.x.example/a", Assert.IsType<TextRun.Link>(Assert.Single(Linkifier.Runs("www.x.example/a"))).Target.Value);

    [Fact]
    public void Runs_joined_are_the_text() => Gen.String[Gen.Char["htps:/w.mailo@x()[]<>\"' \n,."], 0, 80].Sample(text =>
        Assert.Equal(text, string.Concat(Linkifier.Runs(text).Select(run => run.Text))));

    [Fact]
    public void Any_text_takes_time_by_its_length()
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var word in (string[])["http://", "www.", "(((((", "mailto:a@", "https://x.example/)))", "hhhhhh", "http://x.example."])
            TextBody.Parse(string.Concat(Enumerable.Repeat(word, 200_000)), TextFlow.Fixed);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"took {Stopwatch.GetElapsedTime(start)}");
    }
}
