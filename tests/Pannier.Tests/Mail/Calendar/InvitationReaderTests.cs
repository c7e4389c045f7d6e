using Pannier.Mail;
using Pannier.Mail.Calendar;

namespace Pannier.Tests.Mail.Calendar;

public sealed class InvitationReaderTests
{
    [Fact]
    public void Reads_what_a_card_shows()
    {
        var read = InvitationReader.Read(Invitations.Request("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5"));

        Assert.NotNull(read);
        Assert.Equal((InvitationMethod.Request, "lunch-1@shop.example", 2, "Lunch, by the sea", "Harbour 3", false), (read.Method, read.Uid, read.Sequence, read.Summary, read.Location, read.IsCancelled));
        Assert.Equal(new EmailAddress("Mira Holm", "mira@holm.example"), read.Organizer);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero), read.Start.At);
        Assert.Equal("Europe/Stockholm", read.Start.Zone);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 10, 30, 0, TimeSpan.Zero), read.End?.At);
        Assert.Equal([new Attendance(new EmailAddress("Ann", "ANN@example.org"), Participation.NeedsAction), new Attendance(new EmailAddress("Bo", "bo@example.org"), Participation.Accepted)], read.Attendees);
        Assert.Equal(new Repetition(RepetitionUnit.Weeks, 2, 5, null), read.Repetition);
    }

    [Theory]
    [InlineData("DTSTART:20261204T100000Z\nDURATION:PT45M", "2026-12-04T10:00:00+00:00", "2026-12-04T10:45:00+00:00")]
    [InlineData("DTSTART;TZID=W. Europe Standard Time:20260704T100000", "2026-07-04T08:00:00+00:00", null)]
    [InlineData("DTSTART;TZID=/Nowhere/Own Zone:20260704T100000", null, null)]
    [InlineData("DTSTART:20260704T100000", null, null)]
    public void A_time_is_a_moment_where_its_zone_is_known(string time, string? start, string? end)
    {
        var read = InvitationReader.Read(Invitations.Request(time: time));

        Assert.Equal(start, read?.Start.At?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(10, read?.Start.Local.Hour);
        if (end is not null) Assert.Equal(end, read?.End?.At?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_whole_day_has_no_moment()
    {
        var read = InvitationReader.Read(Invitations.Request(time: "DTSTART;VALUE=DATE:20261204\nDTEND;VALUE=DATE:20261206"));

        Assert.Equal((true, null, new DateTime(2026, 12, 4)), (read?.Start.IsWholeDay, read?.Start.At, read?.Start.Local.Date));
        Assert.True(read?.End?.IsWholeDay);
    }

    [Theory]
    [InlineData("CANCEL", InvitationMethod.Cancel, true)]
    [InlineData("REPLY", InvitationMethod.Reply, false)]
    [InlineData("COUNTER", InvitationMethod.Reply, false)]
    [InlineData("PUBLISH", InvitationMethod.Publish, false)]
    [InlineData("SOMETHING", InvitationMethod.Publish, false)]
    public void Knows_what_it_is_for(string method, InvitationMethod meant, bool cancelled)
    {
        var read = InvitationReader.Read(Invitations.Request(method: method));

        Assert.Equal((meant, cancelled), (read?.Method, read?.IsCancelled));
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20270104T090000Z", RepetitionUnit.Days, 1, "2027-01-04")]
    [InlineData("RRULE:FREQ=YEARLY", RepetitionUnit.Years, 1, null)]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=1MO", RepetitionUnit.Months, 1, null)]
    [InlineData("RRULE:FREQ=HOURLY", RepetitionUnit.Otherwise, 1, null)]
    public void Knows_how_often_it_comes_again(string rule, RepetitionUnit unit, int every, string? until)
    {
        var read = InvitationReader.Read(Invitations.Request(rule))?.Repetition;

        Assert.Equal((unit, every, until), (read?.Unit, read?.Every, read?.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_organiser_that_is_no_address_is_nobody() =>
        Assert.Null(InvitationReader.Read(Invitations.Request().Replace("mailto:mira@holm.example", "http://holm.example/", StringComparison.Ordinal))?.Organizer);

    [Fact]
    public void Many_attendees_and_long_texts_are_cut_and_counted()
    {
        var read = InvitationReader.Read(Invitations.Request(string.Join('\n', Enumerable.Range(0, 300).Select(at => $"ATTENDEE:mailto:a{at}@example.org")) + "\nCOMMENT:x").Replace("Harbour 3", new string('x', 5_000), StringComparison.Ordinal));

        Assert.Equal((Invitation.MostAttendees, 102), (read?.Attendees.Count, read?.MoreAttendees));
        Assert.True(read?.Location?.Length < 1_100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:no time\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:yesterday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    public void What_is_no_event_is_none(string text) => Assert.Null(InvitationReader.Read(text));

    [Fact]
    public void What_is_too_large_is_none() => Assert.Null(InvitationReader.Read(Invitations.Request() + new string('\n', InvitationReader.MostOctets)));
}
