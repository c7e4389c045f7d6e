using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core;
using Pannier.Core.Text;

namespace Pannier.Tests.Core.Text;

public class WordsTests
{
    private readonly Words _words = new(
        Catalog.Read([typeof(Kernel).Assembly, typeof(ModuleList).Assembly]),
        CultureInfo.GetCultureInfo("en-GB"),
        new UserClock(new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Fact]
    public void Fills_places_and_chooses_the_plural()
    {
        Assert.Equal("One message", _words.Say(Said.Of("lists.total", "count", 1)));
        Assert.Equal("1,234 messages", _words.Say(Said.Of("lists.total", "count", 1234)));
        Assert.Equal("No messages", _words.Say(Said.Of("lists.total", "count", 0)));
    }

    [Fact]
    public void What_fills_a_place_is_text_and_no_pattern() =>
        Assert.Equal("To: {people} <b>", _words.Say(Said.Of("lists.to", "people", "{people} <b>")));

    [Fact]
    public void A_text_can_hold_another() =>
        Assert.Equal("Not up to date: The mail server refused that.", _words.Say(Said.Of("mailboxes.sidebar.trouble", "why", Said.Of("fault.refused"))));

    [Fact]
    public void A_time_is_told_by_the_persons_clock()
    {
        Assert.Equal(13, _words.Clock.Now.Hour);
        Assert.Equal(TimeSpan.FromHours(2), _words.Clock.ToLocal(new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)).Offset);
    }

    [Fact]
    public void A_missing_text_or_filling_is_a_bug()
    {
        Assert.Throws<InvalidOperationException>(() => _words.Say(Said.Of("no.such.key")));
        Assert.Throws<InvalidOperationException>(() => _words.Say(Said.Of("lists.to", "persons", "x")));
    }

    [Fact]
    public void A_text_without_its_object_form_is_none() => Assert.Null(Catalog.Read(typeof(Kernel).Assembly).Pattern("nothing", 2));
}
