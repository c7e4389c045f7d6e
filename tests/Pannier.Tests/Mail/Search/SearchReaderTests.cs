using Pannier.Mail;
using Pannier.Mail.Search;

namespace Pannier.Tests.Mail.Search;

/// <summary>What is typed into the search field means what users of mail clients expect, and nothing typed breaks it.</summary>
public sealed class SearchReaderTests
{
    private static readonly SearchDays Days = new(new DateOnly(2026, 3, 31), day => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds());

    [Theory]
    [InlineData("", "all")]
    [InlineData("   ", "all")]
    [InlineData("plan", "~plan")]
    [InlineData("plan  budget", "all(~plan ~budget)")]
    [InlineData("\"two words\" x", "all(~two words ~x)")]
    [InlineData("\"never closed", "~never closed")]
    [InlineData("from:ann", "from~ann")]
    [InlineData("FROM:\"Ann Smith\" Subject:plan", "all(from~Ann Smith subject~plan)")]
    [InlineData("to:bob cc:bob bcc:bob", "all(to~bob to~bob to~bob)")]
    [InlineData("-plan", "not(~plan)")]
    [InlineData("-from:ann -\"x y\"", "all(not(from~ann) not(~x y))")]
    [InlineData("a-b", "~a-b")]
    [InlineData("a OR b c", "all(any(~a ~b) ~c)")]
    [InlineData("a OR b OR c", "any(~a ~b ~c)")]
    [InlineData("a or b", "all(~a ~or ~b)")]
    [InlineData("\"OR\"", "~OR")]
    [InlineData("OR a", "~a")]
    [InlineData("a OR", "~a")]
    [InlineData("(a b) OR c", "any(all(~a ~b) ~c)")]
    [InlineData("-(a OR b)", "not(any(~a ~b))")]
    [InlineData("a) b", "all(~a ~b)")]
    [InlineData("((((a", "~a")]
    [InlineData("()", "all")]
    [InlineData("- -", "all")]
    [InlineData("is:unread", "marked(None,Seen)")]
    [InlineData("is:READ is:flagged", "all(marked(Seen,None) marked(Flagged,None))")]
    [InlineData("has:attachment", "attached")]
    [InlineData("larger:5M", "sized(5000001,9223372036854775807)")]
    [InlineData("smaller:1.5k", "sized(0,1500)")]
    [InlineData("in:\"My Box\" account:work", "all(in(My Box) of(work))")]
    [InlineData("before:2026-03-31", "received(-9223372036854775808,1774915200)")]
    [InlineData("after:2026-03", "received(1772323200,9223372036854775807)")]
    [InlineData("on:yesterday", "received(1774828800,1774915200)")]
    [InlineData("newer:7d", "received(1774310400,9223372036854775807)")]
    [InlineData("http://example.org/a", "~http://example.org/a")]
    [InlineData("re:", "~re:")]
    public void It_is_read_so(string typed, string meant) => Assert.Equal(meant, Say(SearchReader.Read(typed, Days).Node));

    [Theory]
    [InlineData("before:tomorrow x", SearchMistakeKind.NoDate, "before:tomorrow")]
    [InlineData("on:2026-02-30 x", SearchMistakeKind.NoDate, "on:2026-02-30")]
    [InlineData("larger:big x", SearchMistakeKind.NoSize, "larger:big")]
    [InlineData("is:blue x", SearchMistakeKind.NoSuchState, "is:blue")]
    [InlineData("has:hope x", SearchMistakeKind.NoSuchState, "has:hope")]
    [InlineData("from: x", SearchMistakeKind.NothingSaid, "from:")]
    public void What_says_nothing_is_told_and_left_out(string typed, SearchMistakeKind kind, string text)
    {
        var reading = SearchReader.Read(typed, Days);

        Assert.Equal([new SearchMistake(kind, text)], reading.Mistakes);
        Assert.Equal("~x", Say(reading.Node));
    }

    [Fact]
    public void A_search_takes_so_many_words_and_says_where_it_ended()
    {
        var reading = SearchReader.Read(string.Join(' ', Enumerable.Range(1, 40).Select(i => $"w{i}")), Days);

        Assert.Equal(SearchReader.MostLeaves, reading.Node.Walk().OfType<SearchNode.Words>().Count());
        Assert.Equal([new SearchMistake(SearchMistakeKind.TooMany, "w21")], reading.Mistakes);
    }

    [Fact]
    public void Brackets_within_brackets_end_somewhere() => Assert.NotNull(SearchReader.Read(new string('(', 150), Days));

    [Fact]
    public void Words_to_be_marked_are_those_that_must_stand_there() =>
        Assert.Equal(["plan", "x"], SearchReader.Read("plan from:ann -not (x OR subject:y)", Days).Shown(SearchField.Anywhere));

    [Theory]
    [InlineData("2026", "2026-01-01", "2027-01-01")]
    [InlineData("2026-2", "2026-02-01", "2026-03-01")]
    [InlineData("2026/2/9", "2026-02-09", "2026-02-10")]
    [InlineData("9.2.2026", "2026-02-09", "2026-02-10")]
    [InlineData("today", "2026-03-31", "2026-04-01")]
    [InlineData("2w", "2026-03-17", "2026-03-18")]
    [InlineData("1m", "2026-02-28", "2026-03-01")]
    [InlineData("1y", "2025-03-31", "2025-04-01")]
    public void A_day_is_read_so(string text, string first, string next) =>
        Assert.Equal(new SearchDay(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture)), SearchDate.Read(text, Days.Today));

    [Theory]
    [InlineData("1899")]
    [InlineData("9999-12-31")]
    [InlineData("99999d")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("soon")]
    public void Other_texts_are_no_days(string text) => Assert.Null(SearchDate.Read(text, Days.Today));

    private static string Say(SearchNode node) => node switch
    {
        SearchNode.All { Parts.Count: 0 } => "all",
        SearchNode.All all => $"all({string.Join(' ', all.Parts.Select(Say))})",
        SearchNode.Any any => $"any({string.Join(' ', any.Parts.Select(Say))})",
        SearchNode.Not not => $"not({Say(not.Part)})",
        SearchNode.Words words => (words.Field == SearchField.Anywhere ? "" : words.Field.ToString().ToLowerInvariant()) + "~" + words.Text,
        SearchNode.Marked marked => $"marked({marked.With},{marked.Without})",
        SearchNode.Attached => "attached",
        SearchNode.Received received => $"received({received.From},{received.Before})",
        SearchNode.Sized sized => $"sized({sized.From},{sized.Below})",
        SearchNode.In place => $"in({place.Mailbox})",
        SearchNode.Of owner => $"of({owner.Account})",
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
