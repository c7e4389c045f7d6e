using Pannier.Demo.Seed;
using Pannier.Demo.Seed.Talks;

namespace Pannier.Tests.Demo.Seed;

public sealed class SeedScriptTests
{
    [Fact]
    public void Wording_fills_slots_inside_choices_too_and_repeats_itself_for_the_same_key()
    {
        var slots = new Dictionary<string, string> { ["who"] = "Mats" };

        Assert.Equal("Hi Mats, bye Mats", Wording.Say("Hi {{who}}, [[bye {{who}}|bye {{who}}]]", slots, "a"));
        var said = Enumerable.Range(0, 40).Select(i => Wording.Say("[[a|b|c]]", slots, $"{i}")).ToList();
        Assert.Equal(3, said.Distinct().Count());
        Assert.Equal(said, Enumerable.Range(0, 40).Select(i => Wording.Say("[[a|b|c]]", slots, $"{i}")));
    }

    [Theory]
    [InlineData("de", "Am 25.11.2026 um 09:05 schrieb Petra Vogt:")]
    [InlineData("sv", "Den 2026-11-25 kl. 09:05 skrev Petra Vogt:")]
    [InlineData("en", "On 2026-11-25 at 09:05, Petra Vogt wrote:")]
    public void Attributions_are_in_the_language_of_the_talk(string language, string line) =>
        Assert.Equal(line, Tongue.Attribution(language, "Petra Vogt", new DateTimeOffset(2026, 11, 25, 9, 5, 0, TimeSpan.FromHours(1))));

    [Fact]
    public void Weekends_move_back_to_Friday()
    {
        var clock = new SeedClock(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal([1, 2, 5, 5, 5], new[] { 1, 2, 3, 4, 5 }.Select(clock.Workday));
    }
}
