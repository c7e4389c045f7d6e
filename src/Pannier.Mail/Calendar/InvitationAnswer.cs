using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MimeKit;
using MimeKit.Utils;
using Pannier.Mail.Compose;

namespace Pannier.Mail.Calendar;

/// <summary>Writes a person's answer to an invitation as a message for its organiser (iMIP, RFC 6047).</summary>
public static class InvitationAnswer
{
    /// <param name="invitation">A request with an organiser.</param>
    /// <param name="from">Who answers: one of those invited.</param>
    /// <param name="subject">As in <c>Accepted: Lunch</c>.</param>
    /// <param name="text">What a program without a calendar shows.</param>
    /// <exception cref="ArgumentException">Nobody could be answered: a bug of whoever offers it.</exception>
    public static WrittenAnswer Write(Invitation invitation, EmailAddress from, Participation answer, string subject, string text, DateTimeOffset now)
    {
        var organizer = invitation.Organizer ?? throw new ArgumentException("no organiser", nameof(invitation));
        using var message = new MimeMessage { Date = now, Subject = subject, MessageId = MimeUtils.GenerateMessageId(from.Address[(from.Address.LastIndexOf('@') + 1)..]) };
        message.From.Add(WireAddress.Of(from.Name, SpecOf(from)));
        message.To.Add(WireAddress.Of(organizer.Name, SpecOf(organizer)));
        message.Headers.Add("Auto-Submitted", "auto-replied"); // by hand, yet nothing a program should answer
        var calendar = new TextPart("calendar") { Text = Event(invitation, organizer, from, answer, now), ContentTransferEncoding = ContentEncoding.Base64 };
        calendar.ContentType.Parameters.Add("method", "REPLY");
        message.Body = new MultipartAlternative { new TextPart("plain") { Text = text }, calendar };

        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        var octets = new MemoryStream();
        message.WriteTo(options, octets, CancellationToken.None);
        octets.Position = 0;
        return new WrittenAnswer(octets, message.MessageId);
    }

    private static AddrSpec SpecOf(EmailAddress address) => AddrSpec.Read(address.Address) ?? throw new ArgumentException("not an address", nameof(address));

    private static string Event(Invitation invitation, EmailAddress organizer, EmailAddress from, Participation answer, DateTimeOffset now)
    {
        var attendee = new Attendee(new Uri("mailto:" + from.Address))
        {
            ParticipationStatus = answer switch
            {
                Participation.Accepted => "ACCEPTED",
                Participation.Tentative => "TENTATIVE",
                Participation.Declined => "DECLINED",
                _ => throw new ArgumentException("no answer", nameof(answer)),
            },
        };
        if (!string.IsNullOrWhiteSpace(from.Name)) attendee.CommonName = from.Name.Replace('"', '\'');
        var replied = new CalendarEvent
        {
            Uid = invitation.Uid,
            Sequence = invitation.Sequence,
            DtStamp = new CalDateTime(now.UtcDateTime, hasTime: true),
            DtStart = StartOf(invitation.Start),
            Summary = invitation.Summary,
            Organizer = new Organizer("mailto:" + organizer.Address),
        };
        if (invitation.Occurrence is { } occurrence) replied.RecurrenceIdentifier = new RecurrenceIdentifier(StartOf(occurrence));
        replied.Attendees.Add(attendee);
        var calendar = new Ical.Net.Calendar { Method = "REPLY", ProductId = "-//Pannier//EN" };
        calendar.Events.Add(replied);
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalDateTime StartOf(EventTime start) =>
        start.IsWholeDay ? new CalDateTime(DateOnly.FromDateTime(start.Local))
        : start.At is { } at ? new CalDateTime(at.UtcDateTime, hasTime: true)
        : new CalDateTime(start.Local, hasTime: true);
}
