using Pannier.Mail;
using Pannier.Mail.Calendar;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Calendar parts: none breaks the reader, and what is read can be answered.</summary>
internal sealed class Calendars : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } =
    [
        Mail.Calendar.Invitations.Request("RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=10\nEXDATE:20270104T090000Z"),
        Mail.Calendar.Invitations.Request("RECURRENCE-ID;RANGE=THISANDFUTURE:20261204T090000Z", "DTSTART;VALUE=DATE:20261204\nDURATION:P2D"),
        Mail.Calendar.Invitations.Request(method: "CANCEL"),
    ];

    public IReadOnlyList<string> Words { get; } = ["BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\nTZID:X\r\n", "DTSTART:", "TZID=", "00000000T000000Z", "99999999T999999", "DURATION:-P9999999W", "RRULE:FREQ=SECONDLY;INTERVAL=0", "UNTIL=", "ATTENDEE:mailto:", ";CN=\"", "\\n", "\r\n ", "SEQUENCE:-1", "RECURRENCE-ID:"];

    public Task TryAsync(byte[] input)
    {
        if (InvitationReader.Read(IFuzzTarget.Text(input)) is { } read)
        {
            Assert.True(read.Attendees.Count <= Invitation.MostAttendees && read.Summary.Length < 3_000);
            if (read is { Organizer: not null })
            {
                using var octets = InvitationAnswer.Write(read, new EmailAddress("Ann", "ann@example.org"), Participation.Accepted, "Yes", "Yes", DateTimeOffset.UnixEpoch).Octets;
                Assert.True(octets.Length > 100);
            }
        }

        return Task.CompletedTask;
    }
}
