using System.Globalization;
using MimeKit;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Meetings by iMIP (RFC 6047): requests, some later called off, and the owner's answers; times in zones, with VTIMEZONE.</summary>
internal static class Invitations
{
    private static readonly string _zones = Texts.Read("zones.ics").ReplaceLineEndings("\r\n");

    public static IEnumerable<SeedMessage> Messages(SeedClock clock) =>
        Texts.Lines("invitations.txt").SelectMany((line, meeting) => Meeting(clock, line.Split('|'), meeting));

    // organiser|owner|zone|hour|minutes|every days|from, days ago|times|what becomes of it|place|title|text
    private static IEnumerable<SeedMessage> Meeting(SeedClock clock, string[] field, int meeting)
    {
        int every = int.Parse(field[5], CultureInfo.InvariantCulture), last = int.Parse(field[6], CultureInfo.InvariantCulture), times = int.Parse(field[7], CultureInfo.InvariantCulture);
        for (var time = 0; time < times; time++)
        {
            var days = last + time * every;
            var key = $"meeting/{meeting}/{time}";
            var asked = Ask(clock, field, key, days, "REQUEST");
            var answered = field[8] is "accepted" or "declined";
            yield return Delivery.Incoming(People.All[field[1]].Address, "INBOX", asked, answered ? [@"\Answered"] : []);
            if (answered)
                yield return Answer(clock, field, key, days, asked);
            if (field[8] == "cancelled")
                yield return Delivery.Incoming(People.All[field[1]].Address, "INBOX", Ask(clock, field, key, days - 1, "CANCEL") with { References = [asked.MessageId] });
        }
    }

    private static Post Ask(SeedClock clock, string[] field, string key, int days, string method)
    {
        var organiser = People.All[field[0]];
        var owner = People.All[field[1]];
        var date = clock.At(days, 8 * 60 + Mixer.Below(300, key, method.Length));
        // The day of the meeting is counted from the request, also in its cancellation.
        var start = clock.At(clock.Workday(method == "CANCEL" ? days + 1 : days) - 5, 0).Date.AddHours(double.Parse(field[3], CultureInfo.InvariantCulture));
        var end = start.AddMinutes(int.Parse(field[4], CultureInfo.InvariantCulture));
        var title = field[10];
        var text = $"{field[11].Replace("\\n", "\n", StringComparison.Ordinal)}\n\n{start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({field[2]}), {field[9]}";
        return new Post
        {
            Key = $"{key}/{method}",
            From = organiser,
            To = [owner.Mailbox()],
            Subject = method == "CANCEL" ? "Cancelled: " + title : "Invitation: " + title,
            Date = date,
            Body = Body(method == "CANCEL" ? "This meeting will not take place.\n" + text : text, method,
                Event(method, key, field[2], start, end, date, organiser, owner, title, field[9], "NEEDS-ACTION")),
        };
    }

    private static SeedMessage Answer(SeedClock clock, string[] field, string key, int days, Post asked)
    {
        var owner = People.All[field[1]];
        var state = field[8].ToUpperInvariant();
        var start = clock.At(clock.Workday(days) - 5, 0).Date.AddHours(double.Parse(field[3], CultureInfo.InvariantCulture));
        var end = start.AddMinutes(int.Parse(field[4], CultureInfo.InvariantCulture));
        var post = new Post
        {
            Key = $"{key}/REPLY",
            From = owner,
            To = [asked.From.Mailbox()],
            Subject = $"{(state == "ACCEPTED" ? "Accepted" : "Declined")}: {field[10]}",
            Date = asked.Date.AddMinutes(20 + Mixer.Below(90, key, 3)),
            References = [asked.MessageId],
            Body = Body($"{owner.Name} has {field[8]} this invitation.", "REPLY",
                Event("REPLY", key, field[2], start, end, asked.Date.AddMinutes(20), asked.From, owner, field[10], field[9], state)),
        };
        return Delivery.Stored(owner.Address, "Sent", post, post.ToBytes());
    }

    private static MultipartAlternative Body(string text, string method, string calendar)
    {
        var part = CharsetTexts.Part("calendar", calendar, System.Text.Encoding.UTF8, ContentEncoding.Base64);
        part.ContentType.Parameters.Add("method", method);
        part.ContentType.Name = "invite.ics";
        return [CharsetTexts.Part(MailClient.Plain, text + "\n"), part];
    }

    private static string Event(string method, string key, string zone, DateTime start, DateTime end, DateTimeOffset stamp, Person organiser, Person owner, string title, string place, string state)
    {
        const string Local = "yyyyMMdd'T'HHmmss";
        string Text(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);
        string[] lines =
        [
            "BEGIN:VCALENDAR", "PRODID:-//Northwind Labs//Calendar//EN", "VERSION:2.0", "METHOD:" + method, _zones.TrimEnd(), "BEGIN:VEVENT",
            $"UID:{Mixer.Hex(key)}@{organiser.Host}",
            $"DTSTAMP:{stamp.UtcDateTime.ToString(Local, CultureInfo.InvariantCulture)}Z",
            $"DTSTART;TZID={zone}:{start.ToString(Local, CultureInfo.InvariantCulture)}",
            $"DTEND;TZID={zone}:{end.ToString(Local, CultureInfo.InvariantCulture)}",
            $"SEQUENCE:{(method == "CANCEL" ? 1 : 0)}", $"STATUS:{(method == "CANCEL" ? "CANCELLED" : "CONFIRMED")}",
            "SUMMARY:" + Text(title), "LOCATION:" + Text(place),
            $"ORGANIZER;CN=\"{organiser.Name}\":mailto:{organiser.Address}",
            $"ATTENDEE;CN=\"{owner.Name}\";PARTSTAT={state};RSVP=TRUE", $" :mailto:{owner.Address}",
            "END:VEVENT", "END:VCALENDAR", "",
        ];
        return string.Join("\r\n", lines);
    }
}
