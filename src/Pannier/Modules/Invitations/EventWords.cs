using Pannier.Core;
using Pannier.Core.Text;
using Pannier.Mail.Calendar;
using Pannier.Mail.Text;

namespace Pannier.Modules.Invitations;

/// <summary>Says when something takes place, by the reader's clock.</summary>
internal static class EventWords
{
    public static Said When(Invitation event_, Words words)
    {
        var (start, end) = (event_.Start, event_.End);
        if (start.IsWholeDay)
        {
            // DTEND of whole days is the day after the last (RFC 5545 §3.6.1).
            var last = end is { IsWholeDay: true } && end.Local > start.Local ? end.Local.AddDays(-1) : start.Local;
            var first = Day(start.Local, words);
            return last.Date == start.Local.Date ? Said.Of("invitations.when.day", "day", first) : Said.Of("invitations.when.days", "from", first).With("to", Day(last, words));
        }

        if (start.At is not { } at)
            return Said.Of("invitations.when.elsewhere", "from", start.Local.ToString("f", words.Culture)).With("zone", start.Zone is { } zone ? UntrustedText.Show(zone) : Said.Of("invitations.when.no-zone"));

        var from = words.Clock.ToLocal(at);
        if (end?.At is not { } until || until <= at) return Said.Of("invitations.when.at", "from", from.ToString("f", words.Culture));
        var to = words.Clock.ToLocal(until);
        return Said.Of("invitations.when.span", "from", from.ToString("f", words.Culture)).With("to", to.Date == from.Date ? to.ToString("t", words.Culture) : to.ToString("f", words.Culture));
    }

    public static Said? Repeats(Repetition? repetition, Words words)
    {
        if (repetition is null) return null;
        if (repetition.Unit == RepetitionUnit.Otherwise) return Said.Of("invitations.repeats.otherwise");

        var every = Said.Of("invitations.repeats." + Core.Http.Choice.Name(repetition.Unit), "count", repetition.Every);
        return repetition switch
        {
            { Count: { } count } => Said.Of("invitations.repeats.times", "every", every).With("count", count),
            { Until: { } until } => Said.Of("invitations.repeats.until", "every", every).With("day", Day(until.ToDateTime(TimeOnly.MinValue), words)),
            _ => every,
        };
    }

    private static string Day(DateTime day, Words words) => day.ToString("D", words.Culture);
}
