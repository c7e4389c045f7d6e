using Pannier.Core;

namespace Pannier.Tests.Core.Outcome;

public class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/mail/inbox?after=1.a&q=%22x%22")]
    public void A_path_of_ours_is_local(string text) => Assert.Equal(text, LocalUrl.Read(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mail/inbox")]
    [InlineData("/a\r\nSet-Cookie: x")]
    [InlineData("/a\\b")]
    [InlineData("\t//evil.example")]
    public void What_could_lead_elsewhere_is_not(string text) => Assert.Null(LocalUrl.Read(text));

    [Fact]
    public void An_endless_one_is_not() => Assert.Null(LocalUrl.Read("/" + new string('a', 2048)));

    [Fact]
    public void A_wrong_one_of_the_programs_own_is_a_bug() => Assert.Throws<ArgumentException>(() => LocalUrl.Of("//evil.example"));
}
