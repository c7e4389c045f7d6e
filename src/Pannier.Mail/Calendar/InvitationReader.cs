using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Pannier.Mail.Calendar;

/// <summary>Reads the calendar part of a message.</summary>
public static class InvitationReader
{
    /// <summary>Octets; larger ones are calendars and no invitations.</summary>
    public const int MostOctets = 512 * 1024;

    private const int MostText = 1_000;
    private const int MostLines = 20_000;

    /// <summary>Null when the text is no calendar with an event in it, or too large to be an invitation.</summary>
    public static Invitation? Read(string text)
    {
        if (text.Length > MostOctets || text.AsSpan().Count('\n') > MostLines) return null;
        try
        {
            var calendar = Ical.Net.Calendar.Load(text);
            return calendar?.Events.FirstOrDefault(one => one.Start is not null) is { } first ? Of(calendar, first) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null; // the parser throws what it likes at text that is no calendar
        }
    }

    private static Invitation Of(Ical.Net.Calendar calendar, CalendarEvent event_)
    {
        var attendees = event_.Attendees?.Select(one => AddressOf(one.Value, one.CommonName) is { } who ? new Attendance(who, Said(one.ParticipationStatus)) : null).OfType<Attendance>().ToList() ?? [];
        return new Invitation(
            MethodOf(calendar.Method),
            Cut(event_.Uid) ?? "",
            Math.Max(0, event_.Sequence),
            Cut(event_.Summary) ?? "",
            Cut(event_.Location),
            AddressOf(event_.Organizer?.Value, event_.Organizer?.CommonName),
            TimeOf(event_.Start!), // asked for before
            EndOf(event_),
            [.. attendees.Take(Invitation.MostAttendees)],
            Math.Max(0, attendees.Count - Invitation.MostAttendees),
            RepetitionOf(event_.RecurrenceRule))
        {
            IsCancelled = MethodOf(calendar.Method) == InvitationMethod.Cancel || "CANCELLED".Equals(event_.Status, StringComparison.OrdinalIgnoreCase),
            MoreEvents = calendar.Events.Count(one => one.Uid != event_.Uid),
            Occurrence = event_.RecurrenceIdentifier?.StartTime is { } one ? TimeOf(one) : null,
        };
    }

    private static InvitationMethod MethodOf(string? method) => method?.Trim().ToUpperInvariant() switch
    {
        "REQUEST" => InvitationMethod.Request,
        "CANCEL" => InvitationMethod.Cancel,
        "REPLY" or "COUNTER" => InvitationMethod.Reply,
        _ => InvitationMethod.Publish,
    };

    private static Participation Said(string? status) => status?.ToUpperInvariant() switch
    {
        "ACCEPTED" => Participation.Accepted,
        "TENTATIVE" => Participation.Tentative,
        "DECLINED" => Participation.Declined,
        _ => Participation.NeedsAction,
    };

    private static EventTime? EndOf(CalendarEvent event_)
    {
        if (event_.End is { } end) return TimeOf(end);
        return event_.Duration is { } length ? TimeOf(event_.Start!.Add(length)) : null; // asked for before
    }

    private static EventTime TimeOf(CalDateTime time)
    {
        if (!time.HasTime) return new EventTime(null, time.Value, null, IsWholeDay: true);
        if (time.IsUtc) return new EventTime(new DateTimeOffset(time.Value, TimeSpan.Zero), time.Value, null, IsWholeDay: false);
        try
        {
            return new EventTime(time.IsFloating ? null : new DateTimeOffset(time.AsUtc, TimeSpan.Zero), time.Value, Cut(time.TzId), IsWholeDay: false);
        }
        catch (Exception e) when (e is ArgumentException or NodaTime.TimeZones.DateTimeZoneNotFoundException or InvalidOperationException)
        {
            return new EventTime(null, time.Value, Cut(time.TzId), IsWholeDay: false); // a zone of the organiser's own making
        }
    }

    private static Repetition? RepetitionOf(RecurrenceRule? rule) => rule is null ? null : new Repetition(
        rule.Frequency switch
        {
            Ical.Net.FrequencyType.Daily => RepetitionUnit.Days,
            Ical.Net.FrequencyType.Weekly => RepetitionUnit.Weeks,
            Ical.Net.FrequencyType.Monthly => RepetitionUnit.Months,
            Ical.Net.FrequencyType.Yearly => RepetitionUnit.Years,
            _ => RepetitionUnit.Otherwise,
        },
        Math.Max(1, rule.Interval),
        rule.Count,
        rule.Until is { } until ? until.Date : null);

    private static EmailAddress? AddressOf(Uri? address, string? name) =>
        address is { Scheme: "mailto" } && AddrSpec.Read(Uri.UnescapeDataString(address.OriginalString["mailto:".Length..].Split('?')[0])) is { } spec
            ? new EmailAddress(Cut(name), spec.Value)
            : null;

    private static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length <= MostText ? text.Trim() : string.Concat(text.EnumerateRunes().Take(MostText)) + "…";
}
