using MimeKit;
using Pannier.Mail;
using Pannier.Mail.Calendar;

namespace Pannier.Tests.Mail.Calendar;

public sealed class InvitationAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(Participation.Accepted)]
    [InlineData(Participation.Tentative)]
    [InlineData(Participation.Declined)]
    public void The_organisers_program_can_read_it(Participation answer)
    {
        using var message = Write(InvitationReader.Read(Invitations.Request())!, answer); // read in the tests beside

        Assert.Equal(("Yes: Lunch", "mira@holm.example", "ann@example.org"), (message.Subject, message.To.Mailboxes.Single().Address, message.From.Mailboxes.Single().Address));
        Assert.EndsWith("@example.org", message.MessageId, StringComparison.Ordinal);
        var part = Assert.IsType<TextPart>(Assert.IsType<MultipartAlternative>(message.Body)[1]);
        Assert.Equal(("text/calendar", "REPLY"), (part.ContentType.MimeType, part.ContentType.Parameters["method"]));
        var read = InvitationReader.Read(part.Text);
        Assert.Equal((InvitationMethod.Reply, "lunch-1@shop.example", 2), (read?.Method, read?.Uid, read?.Sequence));
        Assert.Equal([new Attendance(new EmailAddress("Ann O'Hara", "ann@example.org"), answer)], read?.Attendees);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero), read?.Start.At);
    }

    [Fact]
    public void One_of_a_series_is_named()
    {
        using var message = Write(InvitationReader.Read(Invitations.Request("RECURRENCE-ID;TZID=Europe/Stockholm:20261204T100000"))!, Participation.Declined); // read in the tests beside

        Assert.Contains("RECURRENCE-ID:20261204T090000Z", Assert.IsType<TextPart>(Assert.IsType<MultipartAlternative>(message.Body)[1]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261204", "DTSTART;VALUE=DATE:20261204")]
    [InlineData("DTSTART:20261204T100000", "DTSTART:20261204T100000")]
    public void Its_time_is_the_organisers(string time, string written)
    {
        using var message = Write(InvitationReader.Read(Invitations.Request(time: time))!, Participation.Accepted); // read in the tests beside

        Assert.Contains(written + "\r\n", Assert.IsType<TextPart>(Assert.IsType<MultipartAlternative>(message.Body)[1]).Text.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_and_nothing_cannot_be_answered()
    {
        var read = InvitationReader.Read(Invitations.Request())!; // read in the tests beside

        Assert.Throws<ArgumentException>(() => Write(read with { Organizer = null }, Participation.Accepted));
        Assert.Throws<ArgumentException>(() => Write(read, Participation.NeedsAction));
    }

    private static MimeMessage Write(Invitation invitation, Participation answer)
    {
        var written = InvitationAnswer.Write(invitation, new EmailAddress("Ann O\"Hara", "ann@example.org"), answer, "Yes: Lunch", "Ann accepts.", Now);
        using var octets = written.Octets;
        return MimeMessage.Load(octets, CancellationToken.None);
    }
}
