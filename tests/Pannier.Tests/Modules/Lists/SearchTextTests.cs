using Pannier.Modules.Lists;

namespace Pannier.Tests.Modules.Lists;

public class SearchTextTests
{
    [Theory]
    [InlineData("harbour plan", new[] { "harbour", "plan" })]
    [InlineData("  \"harbour plan\" may ", new[] { "harbour plan", "may" })]
    [InlineData("\"unfinished", new[] { "unfinished" })]
    [InlineData("東京", new[] { "東京" })]
    public void Words_and_phrases_must_all_occur(string typed, string[] words) => Assert.Equal(words, SearchText.Terms(typed).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \"\" ")]
    public void Nothing_typed_matches_all(string? typed) => Assert.True(SearchText.Terms(typed).IsAll);

    [Fact]
    public void Endless_words_are_cut() => Assert.Equal(20, SearchText.Terms(string.Join(' ', Enumerable.Range(0, 100))).Text.Count);
}
